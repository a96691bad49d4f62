// SPDX-License-Identifier: AGPL-3.0-or-later
// A pair of components for each kind of field of src/schema: one shows a value, one edits it.
//   Show: field, value, label (of what a reference points to)
//   Edit: id, field, v-model, is_wrong, described_by; @wrong says what is wrong with what was typed, or nothing
import type { Component } from "vue";

import type { FieldDescription, Kind } from "@/generated/records";

import ShowText from "./ShowText.vue";
import BooleanEdit from "./boolean/Edit.vue";
import BytesEdit from "./bytes/Edit.vue";
import BytesShow from "./bytes/Show.vue";
import CodeEdit from "./code/Edit.vue";
import DateEdit from "./date/Edit.vue";
import IntegerEdit from "./integer/Edit.vue";
import ReferenceEdit from "./reference/Edit.vue";
import ReferenceShow from "./reference/Show.vue";
import TextEdit from "./text/Edit.vue";
import TextShow from "./text/Show.vue";

const pairs: Record<Kind, { show: Component; edit: Component }> = {
    boolean: { show: ShowText, edit: BooleanEdit },
    integer: { show: ShowText, edit: IntegerEdit },
    text: { show: TextShow, edit: TextEdit },
    date: { show: ShowText, edit: DateEdit },
    partial_date: { show: ShowText, edit: DateEdit },
    code: { show: ShowText, edit: CodeEdit },
    reference: { show: ReferenceShow, edit: ReferenceEdit },
    bytes: { show: BytesShow, edit: BytesEdit },
};

export const show_of = (field: FieldDescription) => pairs[field.kind].show;
export const edit_of = (field: FieldDescription) => pairs[field.kind].edit;

export interface ShowProps {
    field: FieldDescription;
    value: unknown;
    /** Of a reference: what it points to, in words. */
    label?: string;
}
export interface EditProps {
    id: string;
    field: FieldDescription;
    is_wrong?: boolean;
    described_by?: string;
}
