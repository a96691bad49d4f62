// SPDX-License-Identifier: AGPL-3.0-or-later
// The interface as its own description says it is: operations, requests made from them, answers held against them.
import assert from "node:assert/strict";

import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";

const methods = ["get", "post", "put", "patch", "delete"];

/** The schema of a component is `openapi#/components/schemas/NAME`. */
export class Description {
    constructor(document) {
        this.document = document;
        this.ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
        addFormats(this.ajv);
        this.ajv.addSchema({ $id: "openapi", components: document.components });
        this.operations = Object.entries(document.paths).flatMap(([pattern, path]) =>
            methods.filter((method) => path[method]).map((method) => this.#operation(method.toUpperCase(), pattern, path[method])),
        );
    }

    static async of(url) {
        const response = await fetch(new URL("/api/openapi.json", url));
        return new Description(await response.json());
    }

    resolve(object) {
        if (!object.$ref) return object;
        return object.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")], this.document);
    }

    #operation(method, pattern, said) {
        const parameters = (said.parameters ?? []).map((parameter) => this.resolve(parameter));
        return {
            method,
            pattern,
            name: `${method} ${pattern}`,
            said,
            body: said.requestBody?.content,
            needs_session: said.security?.length !== 0,
            path_parameters: parameters.filter((each) => each.in === "path"),
            query_parameters: parameters.filter((each) => each.in === "query"),
        };
    }

    operation(name) {
        const found = this.operations.find((each) => each.name === name);
        assert.ok(found, `the document has no ${name}`);
        return found;
    }

    /** Nothing when the value is as the component says, else what is wrong with it. */
    wrong(component, value) {
        const validate = this.ajv.getSchema(`openapi#/components/schemas/${component}`);
        assert.ok(validate, `no component ${component}`);
        if (validate(value)) return undefined;
        return `${component}: ${this.ajv.errorsText(validate.errors)} (${JSON.stringify(validate.errors[0].params)})`;
    }

    /** What the document does not say of this answer; nothing when it is as described. */
    untrue(operation, answer) {
        const { responses } = operation.said;
        const range = `${String(answer.status)[0]}XX`;
        if (!responses[answer.status] && !responses[range]) return `status ${answer.status} is not listed`;
        const { content } = this.resolve(responses[answer.status] ?? responses[range]);
        if (!content) return answer.bytes.length === 0 ? undefined : "has a body, none is described";
        const medium = content[answer.type];
        if (!medium) return `is ${answer.type}, described as ${Object.keys(content)}`;
        if (answer.type !== "application/json") return answer.bytes.length > 0 ? undefined : "is empty";
        if (answer.json === undefined) return "is no JSON";
        return this.wrong(medium.schema.$ref.split("/").at(-1), answer.json);
    }
}

const query_text = (pairs) => pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join("&");

/** A request as it goes out. `path`: {id: …}; `query`: {…} or pairs, where a key may come twice; `text`: a raw body. */
export function request_of(operation, { path = {}, query = {}, body, text, type = "application/json" } = {}) {
    const filled = operation.pattern.replace(/\{(\w+)\}/g, (_, key) => {
        assert.ok(path[key] !== undefined, `${operation.name} needs ${key}`);
        return encodeURIComponent(path[key]);
    });
    const pairs = Array.isArray(query) ? query : Object.entries(query);
    return {
        method: operation.method,
        address: pairs.length > 0 ? `${filled}?${query_text(pairs)}` : filled,
        body: text ?? (body === undefined ? undefined : JSON.stringify(body)),
        type,
    };
}

export async function send(url, caller, request) {
    const headers = { Cookie: caller?.cookie ?? "", "X-CSRF-Token": caller?.csrf ?? "" };
    if (request.body !== undefined) headers["Content-Type"] = request.type;
    const response = await fetch(new URL(request.address, url), { method: request.method, headers, body: request.body });
    const bytes = Buffer.from(await response.arrayBuffer());
    const answer = { status: response.status, type: (response.headers.get("content-type") ?? "").split(";")[0], bytes, json: undefined, headers: response.headers };
    if (answer.type === "application/json")
        try {
            answer.json = JSON.parse(bytes.toString());
        } catch {
            // Said by untrue().
        }
    return answer;
}
