// SPDX-License-Identifier: AGPL-3.0-or-later
// A checked text cut into pieces, so that its figures and what was found can be marked where they stand. The server
// counts bytes of UTF-8, the page units of UTF-16.

export type Severity = "contradiction" | "doubtful" | "note";
export type Rule = "sum" | "share" | "base" | "part" | "growth" | "repeat" | "comparator" | "registers";

interface Span {
    start: number;
    end: number;
}
export interface FoundFigure extends Span {
    text: string;
    value: number;
    unit: string;
}
export interface Finding {
    severity: Severity;
    rule: Rule;
    sentence: string;
    figures: FoundFigure[];
    expected: string;
    stated: string;
    explanation: string;
}
/** POST /api/check-report */
export interface CheckedReport {
    text: string;
    figures: FoundFigure[];
    findings: Finding[];
}

/** A stretch of one line. `of` are the findings whose figures stand here, `within` those whose sentence does. */
export interface Piece extends Span {
    text: string;
    is_figure: boolean;
    of: number[];
    within: number[];
    /** Of the findings whose sentence ends here: their numbers are written there. */
    numbers: number[];
}

const severities: Severity[] = ["contradiction", "doubtful", "note"];
/** The gravest of some findings. */
export const gravest = (findings: Finding[], of: number[]): Severity | undefined => severities.find((severity) => of.some((i) => findings[i]!.severity === severity));

/** Where each of the byte offsets stands in the text. */
function unit_offsets(text: string, bytes: Iterable<number>): Map<number, number> {
    const wanted = [...new Set(bytes)].sort((a, b) => a - b);
    const found = new Map<number, number>();
    let byte = 0;
    let unit = 0;
    for (const at of wanted) {
        while (byte < at && unit < text.length) {
            const point = text.codePointAt(unit)!;
            byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            unit += point < 0x10000 ? 1 : 2;
        }
        found.set(at, unit);
    }
    return found;
}

/** Where the sentence of a finding stands: around its figures, or, should its words be others, from figure to figure. */
function sentence_of(text: string, { sentence, figures }: Finding): Span {
    const start = Math.min(...figures.map((figure) => figure.start));
    const end = Math.max(...figures.map((figure) => figure.end));
    const at = text.lastIndexOf(sentence.trimEnd(), start);
    return at >= 0 && at + sentence.length >= start ? { start: Math.min(start, at), end: Math.max(end, at + sentence.trimEnd().length) } : { start, end };
}

/** The same report with offsets in units of the text. */
function in_units({ text, figures, findings }: CheckedReport): CheckedReport {
    const spans = [...figures, ...findings.flatMap((finding) => finding.figures)];
    const units = unit_offsets(text, spans.flatMap(({ start, end }) => [start, end]));
    const moved = (figure: FoundFigure) => ({ ...figure, start: units.get(figure.start)!, end: units.get(figure.end)! });
    return { text, figures: figures.map(moved), findings: findings.map((finding) => ({ ...finding, figures: finding.figures.map(moved) })) };
}

/** The lines of the text in pieces; nothing of the text is lost but the ends of lines. */
export function lines_of(report: CheckedReport): Piece[][] {
    const { text, figures, findings } = in_units(report);
    const sentences = findings.map((finding) => sentence_of(text, finding));
    const cuts = [...figures, ...findings.flatMap((finding) => finding.figures), ...sentences].flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
    const inside = (span: Span, start: number, end: number) => span.start <= start && end <= span.end;

    const lines: Piece[][] = [];
    // Both lists are in the order of the text: each line goes on where the one before it ended.
    let next = 0;
    let first = 0;
    let at = 0;
    for (const line of text.split("\n")) {
        const line_end = at + line.length;
        while (next < cuts.length && cuts[next]! <= at) ++next;
        const edges = [at];
        for (; next < cuts.length && cuts[next]! < line_end; ++next) if (cuts[next] !== edges.at(-1)) edges.push(cuts[next]!);
        edges.push(line_end);
        while (first < figures.length && figures[first]!.end <= at) ++first;
        let last = first;
        while (last < figures.length && figures[last]!.start < line_end) ++last;
        const of_line = figures.slice(first, last);
        const here = sentences.flatMap((sentence, n) => (sentence.start <= line_end && sentence.end >= at ? [n] : []));
        lines.push(
            edges.slice(1).map((end, i) => {
                const start = edges[i]!;
                return {
                    start,
                    end,
                    text: text.slice(start, end),
                    is_figure: of_line.some((figure) => inside(figure, start, end)),
                    of: here.filter((n) => findings[n]!.figures.some((figure) => inside(figure, start, end))),
                    within: here.filter((n) => inside(sentences[n]!, start, end)),
                    numbers: here.filter((n) => start < sentences[n]!.end && sentences[n]!.end <= end),
                };
            }),
        );
        at = line_end + 1;
    }
    return lines;
}
