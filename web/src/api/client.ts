// SPDX-License-Identifier: AGPL-3.0-or-later
// The only place that calls the server. A refusal (4xx) is a value; what broke (network, 5xx) is thrown as a Fault and
// shown once, by whoever began. 401 leads to the sign-in page, which comes back to the page one was on.
import type { Refusal, Session } from "@/api/types";

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; status: number };

/** The server or the way to it is broken; `number` finds the entry in the server's log. */
export class Fault extends Error {
    constructor(
        message: string,
        readonly number?: string,
    ) {
        super(message);
    }
}

export type Query = Record<string, string | number | boolean | undefined | null>;

let csrf = "";
let signed_out: () => void = () => {};

/** The header of every writing request; from the session. */
export function use_csrf(token: string) {
    csrf = token;
}
/** What to do when the server no longer knows us. */
export function when_signed_out(act: () => void) {
    signed_out = act;
}

/** /api/members?q=… ; what is empty is left out. Also for links to files. */
export function url_of(path: string, query: Query = {}): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
        if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
    const text = parameters.toString();
    return `/api${path}${text ? `?${text}` : ""}`;
}

async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET" && csrf) headers["X-CSRF-Token"] = csrf;
    const is_file = body instanceof Blob;
    if (body !== undefined) headers["Content-Type"] = is_file ? "application/octet-stream" : "application/json";
    let response: Response;
    let value: unknown;
    try {
        response = await fetch(url, {
            method,
            headers,
            body: body === undefined ? undefined : is_file ? body : JSON.stringify(body),
            credentials: "same-origin",
            cache: "no-store",
            signal,
        });
        const text = await response.text();
        value = text ? JSON.parse(text) : {};
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw error;
        throw new Fault("");
    }
    if (response.ok) return { ok: true, value: value as T };
    const refusal = value as Refusal & { number?: string | number };
    if (response.status >= 500) throw new Fault(refusal.message ?? "", refusal.number?.toString());
    if (response.status === 401 && !url.startsWith("/api/session")) signed_out();
    return { ok: false, refusal, status: response.status };
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
    call<T>("GET", url_of(path, query), undefined, signal);
export const post = <T>(path: string, body?: unknown, query?: Query) => call<T>("POST", url_of(path, query), body ?? {});
export const patch = <T>(path: string, body: unknown) => call<T>("PATCH", url_of(path), body);
export const put = <T>(path: string, body: unknown) => call<T>("PUT", url_of(path), body);
export const remove = <T>(path: string, body?: unknown) => call<T>("DELETE", url_of(path), body);
/** Sends a file as it is. */
export const send_file = <T>(path: string, file: Blob, query?: Query) => call<T>("POST", url_of(path, query), file);

export const sign_in = (name: string, password: string, code?: string) =>
    post<Session>("/session", { name, password, ...(code ? { code } : {}) });
