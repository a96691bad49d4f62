// SPDX-License-Identifier: AGPL-3.0-or-later
// Long work on the server: followed as it goes (server-sent events; asked for every second where they do not come
// through), cancelled, its result kept by the server.
import { computed, onScopeDispose, shallowRef } from "vue";

import { Fault, get, remove } from "@/api/client";
import type { Job, Refusal } from "@/api/types";

const has_ended = (job: Job) => job.state === "done" || job.state === "failed" || job.state === "cancelled";

export function use_job(ended: (job: Job) => void) {
    const job = shallowRef<Job>();
    const refusal = shallowRef<Refusal>();
    const fault = shallowRef<Fault>();
    let events: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let followed = "";

    function stop() {
        events?.close();
        events = undefined;
        clearTimeout(timer);
    }
    function told(next: Job) {
        if (next.id !== followed) return;
        job.value = next;
        if (!has_ended(next)) return;
        stop();
        followed = "";
        ended(next);
    }
    async function ask(id: string) {
        if (id !== followed) return;
        try {
            const answer = await get<Job>(`/jobs/${id}`);
            if (!answer.ok) {
                refusal.value = answer.refusal;
                return stop();
            }
            told(answer.value);
        } catch (error) {
            fault.value = error instanceof Fault ? error : new Fault(String(error));
        }
        if (id === followed) timer = setTimeout(() => void ask(id), 1000);
    }

    function follow(id: string) {
        stop();
        followed = id;
        job.value = refusal.value = fault.value = undefined;
        events = new EventSource(`/api/jobs/${id}/events`);
        events.onmessage = ({ data }) => told(JSON.parse(String(data)) as Job);
        events.onerror = () => {
            events?.close();
            events = undefined;
            void ask(id);
        };
    }
    const cancel = () => (job.value ? remove(`/jobs/${job.value.id}`) : undefined);
    function forget() {
        stop();
        followed = "";
        job.value = refusal.value = fault.value = undefined;
    }
    const is_running = computed(() => job.value !== undefined && !has_ended(job.value));

    onScopeDispose(stop);
    return { job, refusal, fault, is_running, follow, cancel, forget };
}
