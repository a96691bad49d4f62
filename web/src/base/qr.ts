// SPDX-License-Identifier: AGPL-3.0-or-later
// A QR code (ISO/IEC 18004) of a text of up to 213 bytes: byte mode, versions 1–10, error correction M.
// true = dark; the quiet zone of four modules around it is the drawer's.

// Of versions 1–10 at level M: error correction bytes of a block, and how many data bytes its blocks hold.
const blocks_of: [ecc: number, data: number[]][] = [
    [10, [16]],
    [16, [28]],
    [26, [44]],
    [18, [32, 32]],
    [24, [43, 43]],
    [16, [27, 27, 27, 27]],
    [18, [31, 31, 31, 31]],
    [22, [38, 38, 39, 39]],
    [22, [36, 36, 36, 37, 37]],
    [26, [43, 43, 43, 43, 44]],
];
const alignment_of = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

// Products in GF(256) modulo x⁸+x⁴+x³+x²+1.
function product(a: number, b: number): number {
    let sum = 0;
    for (let bit = 7; bit >= 0; --bit) sum = (sum << 1) ^ ((sum >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
    return sum;
}

/** The remainder of data · x^degree by the generator polynomial of Reed and Solomon. */
function correction(data: number[], degree: number): number[] {
    const generator: number[] = [...Array<number>(degree - 1).fill(0), 1];
    for (let i = 0, root = 1; i < degree; ++i, root = product(root, 2))
        for (let j = 0; j < degree; ++j) generator[j] = product(generator[j]!, root) ^ (generator[j + 1] ?? 0);
    const rest = Array<number>(degree).fill(0);
    for (const byte of data) {
        const factor = byte ^ rest.shift()!;
        rest.push(0);
        generator.forEach((each, i) => (rest[i]! ^= product(each, factor)));
    }
    return rest;
}

const sum_of = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** Data and correction bytes in the order in which they are drawn. */
function codewords(bytes: Uint8Array, version: number): number[] {
    const [ecc, sizes] = blocks_of[version - 1]!;
    const capacity = sum_of(sizes);
    const bits: number[] = [];
    const put = (value: number, length: number) => {
        for (let bit = length - 1; bit >= 0; --bit) bits.push((value >> bit) & 1);
    };
    put(0b0100, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach((byte) => put(byte, 8));
    put(0, Math.min(4, capacity * 8 - bits.length));
    put(0, -bits.length & 7);
    const data: number[] = [];
    for (let at = 0; at < bits.length; at += 8) data.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    for (let pad = 0xec; data.length < capacity; pad ^= 0xec ^ 0x11) data.push(pad);

    let from = 0;
    const parts = sizes.map((size) => data.slice(from, (from += size)));
    const corrections = parts.map((part) => correction(part, ecc));
    const woven = (lists: number[][]) => Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
    return [...woven(parts), ...woven(corrections)];
}

/** `value` followed by its remainder by a polynomial of that degree (BCH). */
function with_remainder(value: number, polynomial: number, degree: number): number {
    let rest = value;
    for (let i = 0; i < degree; ++i) rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial);
    return (value << degree) | rest;
}

type Grid = (boolean | undefined)[][];

function draw_patterns(grid: Grid, version: number) {
    const size = grid.length;
    const set = (x: number, y: number, dark: boolean) => {
        if (x >= 0 && y >= 0 && x < size && y < size) grid[y]![x] = dark;
    };
    for (let i = 0; i < size; ++i) {
        set(6, i, i % 2 === 0);
        set(i, 6, i % 2 === 0);
    }
    for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const)
        for (let dy = -4; dy <= 4; ++dy)
            for (let dx = -4; dx <= 4; ++dx) {
                const ring = Math.max(Math.abs(dx), Math.abs(dy));
                set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
            }
    const centres = alignment_of[version - 1]!;
    const last = centres.length - 1;
    centres.forEach((cy, row) =>
        centres.forEach((cx, column) => {
            if ((row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0)) return;
            for (let dy = -2; dy <= 2; ++dy) for (let dx = -2; dx <= 2; ++dx) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
        }),
    );
    draw_format(grid, 0);
    if (version < 7) return;
    const bits = with_remainder(version, 0x1f25, 12);
    for (let i = 0; i < 18; ++i) {
        const dark = ((bits >> i) & 1) === 1;
        set(size - 11 + (i % 3), Math.floor(i / 3), dark);
        set(Math.floor(i / 3), size - 11 + (i % 3), dark);
    }
}

/** Level M (00) and the mask, twice. */
function draw_format(grid: Grid, mask: number) {
    const size = grid.length;
    const bits = with_remainder(mask, 0x537, 10) ^ 0x5412;
    const dark = (i: number) => ((bits >> i) & 1) === 1;
    for (let i = 0; i < 6; ++i) grid[i]![8] = dark(i);
    grid[7]![8] = dark(6);
    grid[8]![8] = dark(7);
    grid[8]![7] = dark(8);
    for (let i = 9; i < 15; ++i) grid[8]![14 - i] = dark(i);
    for (let i = 0; i < 8; ++i) grid[8]![size - 1 - i] = dark(i);
    for (let i = 8; i < 15; ++i) grid[size - 15 + i]![8] = dark(i);
    grid[size - 8]![8] = true;
}

const masks: ((x: number, y: number) => boolean)[] = [
    (x, y) => (x + y) % 2 === 0,
    (_, y) => y % 2 === 0,
    (x) => x % 3 === 0,
    (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Where data go: in pairs of columns from the right, up and down in turn, past what is drawn already. */
function* data_places(taken: Grid): Generator<[number, number]> {
    const size = taken.length;
    for (let right = size - 1; right >= 1; right -= 2) {
        if (right === 6) right = 5;
        for (let step = 0; step < size; ++step)
            for (const x of [right, right - 1]) {
                const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
                if (taken[y]![x] === undefined) yield [x, y];
            }
    }
}

/** How hard a drawing is to read: long runs, squares, what looks like a finder, too dark or too light. */
function penalty(grid: boolean[][]): number {
    const size = grid.length;
    const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x]!))].map((line) => line.map((dark) => (dark ? "1" : "0")).join(""));
    let sum = 0;
    for (const line of lines) {
        for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
        for (let at = 0; at + 11 <= size; ++at) if (/^(?:10111010000|00001011101)$/.test(line.slice(at, at + 11))) sum += 40;
    }
    for (let y = 0; y + 1 < size; ++y)
        for (let x = 0; x + 1 < size; ++x) {
            const dark = grid[y]![x];
            if (dark === grid[y]![x + 1] && dark === grid[y + 1]![x] && dark === grid[y + 1]![x + 1]) sum += 3;
        }
    const share = (sum_of(grid.map((row) => row.filter(Boolean).length)) * 100) / (size * size);
    return sum + Math.floor(Math.abs(share - 50) / 5) * 10;
}

/** The code of a text, row by row; nothing when it is too long. */
export function qr_code(text: string): boolean[][] | undefined {
    const bytes = new TextEncoder().encode(text);
    const version = blocks_of.findIndex(([, sizes], i) => bytes.length + (i < 9 ? 2 : 3) <= sum_of(sizes)) + 1;
    if (version === 0) return undefined;
    const size = version * 4 + 17;
    const patterns: Grid = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
    draw_patterns(patterns, version);
    const words = codewords(bytes, version);
    const drawings = masks.map((mask, number) => {
        const grid = patterns.map((row) => [...row]);
        let at = 0;
        for (const [x, y] of data_places(patterns)) {
            const bit = (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
            grid[y]![x] = bit !== mask(x, y);
            ++at;
        }
        draw_format(grid, number);
        return grid as boolean[][];
    });
    return drawings.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}
