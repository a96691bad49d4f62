// SPDX-License-Identifier: AGPL-3.0-or-later
// Lawful JSON made unlawful, the same way for the same seed.

/** Mulberry32. */
export class Random {
    constructor(seed) {
        this.state = seed >>> 0;
    }
    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }
    below = (limit) => Math.floor(this.next() * limit);
    chance = (probability) => this.next() < probability;
    pick = (list) => list[this.below(list.length)];
    shuffled(list) {
        const mixed = [...list];
        for (let i = mixed.length - 1; i > 0; --i) {
            const j = this.below(i + 1);
            [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
        }
        return mixed;
    }
}

export const strange_texts = [
    " ",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "NaN",
    "true",
    "2020-02-30",
    "0000-00-00",
    "9999-12-31",
    "\0",
    "a\0b",
    "a\u0300\u0301\u0302".repeat(20),
    "\u202etxet",
    "\ufeff",
    "𠀀😀",
    "ĐẢNG VIÊN “dự bị”",
    "' OR 1=1 --",
    "%_\\",
    "{7}{8}",
    "<script>",
    "../../etc/passwd",
    "a,b,,c,",
    "-",
    "--name",
    "x".repeat(2000),
    "ễ".repeat(500),
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

const nested = (depth) => {
    let value = "đáy";
    for (let i = 0; i < depth; ++i) value = i % 2 ? [value] : { a: value };
    return value;
};

const other_values = (random) =>
    random.pick([null, true, 0, -1, 1.5, 2 ** 53, -(2 ** 31), 1e300, "", [], {}, [null], { id: 1 }, nested(10), nested(100), random.pick(strange_texts), "x".repeat(20_000)]);

/** One or two members of another type or kind, gone, or more than there should be. */
export function spoilt_value(random, value) {
    if (random.chance(0.1)) return other_values(random);
    if (!value || typeof value !== "object") return random.chance(0.5) ? other_values(random) : value;
    if (Array.isArray(value)) return [...value, other_values(random)];
    const spoilt = { ...value };
    const keys = Object.keys(spoilt);
    for (let i = random.below(2); i >= 0; --i) {
        const key = random.pick(keys);
        switch (random.below(5)) {
            case 0:
                if (key !== undefined) delete spoilt[key];
                break;
            case 1:
                spoilt[random.pick(["lạ", "__proto__", "id", "version", "a\0b", ""])] = other_values(random);
                break;
            case 2:
                if (key !== undefined) spoilt[key] = spoilt_value(random, spoilt[key]);
                break;
            default:
                if (key !== undefined) spoilt[key] = other_values(random);
        }
    }
    return spoilt;
}

/** JSON text that is none any more, or only just. */
export function spoilt_text(random, text) {
    switch (random.below(8)) {
        case 0:
            return text.slice(0, random.below(text.length));
        case 1:
            return `${text}${text}`;
        case 2:
            return `\ufeff${text}`;
        case 3:
            return "[".repeat(5000);
        case 4:
            return text.replace("{", '{"name":1,"name":2,');
        case 5:
            return Buffer.concat([Buffer.from(text.slice(0, 2)), Buffer.from([0xff, 0xfe, 0x00]), Buffer.from(text.slice(2))]);
        case 6:
            return "";
        default:
            return text.replaceAll('"', "'");
    }
}
