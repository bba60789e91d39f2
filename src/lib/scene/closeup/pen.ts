import { EVIDENCE, type Evidence } from '../../machines/evidence';
import { linesOf, widthOf, type Face } from '../type/widths';
import { placed, type Frame } from './frame';
import type { PacketLook, Part, Shape, Sign, TextPart, Tone } from './parts';

/** Half the diagonal of a packet, in units: 74 px across where a circle is 600 px wide. */
const PACKET = 26;
/** From one line of large words to the next, as a share of their size. */
const RESULT_LINE = 1.13;
/** Large words are set no smaller than this. */
const SMALLEST_RESULT = 13;
/** Around the words of a call, left and right together. */
const CALL_EDGE = 14;
/** Between a disc and its words. */
const GAP = 6;
/** How far from the wall’s middle words begin. */
const WALL_SIDE = 22;

interface TextOptions {
	readonly size?: number;
	readonly face?: Face;
	readonly anchor?: TextPart['anchor'];
	readonly tone?: Tone;
}

/**
 * Places the parts of one close-up. Coordinates are those of the circle; the frame says where they come to lie. Owns the
 * list of parts; made, filled and read within one pure function.
 */
export class Pen {
	readonly parts: Part[] = [];

	constructor(readonly frame: Frame) {}

	/** Whether rows lie so close that a step between two of them has no room beside large words. */
	get isLow(): boolean {
		return this.frame.scale < 0.75;
	}

	/** Where steps at the left begin: a panel has room in its corners. */
	get left(): number {
		return this.frame.outline.kind === 'circle' ? -166 : -186;
	}

	/** Words at a place of the frame itself. */
	put(
		x: number,
		y: number,
		text: string,
		{ size, face = 'sans', anchor = 'start', tone = 'ink' }: TextOptions = {}
	): void {
		this.parts.push({ kind: 'text', at: { x, y }, text, size: size ?? this.frame.type.step, face, anchor, tone });
	}

	/** Words in the drawing. */
	text(x: number, y: number, text: string, options: TextOptions = {}): void {
		const at = placed(this.frame, x, y);
		this.put(at.x, at.y, text, options);
	}

	/** Lines of words one under the other, however low the frame. */
	lines(x: number, y: number, lines: readonly string[], options: TextOptions = {}): void {
		const at = placed(this.frame, x, y);
		lines.forEach((line, i) => {
			this.put(at.x, at.y + i * this.frame.type.step * 1.25, line, options);
		});
	}

	/**
	 * A numbered step, with its evidence as the line under its words. It breaks into two lines where one is too narrow.
	 * @param most how wide it may be, disc and all, in units of the frame; up to the wall or the rim when not given
	 */
	step(number: number, x: number, y: number, text: string, evidence: Evidence, most = this.#room(x, y)): void {
		const { type } = this.frame;
		const there = placed(this.frame, x, y);
		// What stands right of the wall stays clear of it, however narrow the frame.
		const rim = type.disc - this.frame.reach(there.y);
		const at = { x: x > 0 ? Math.max(there.x, WALL_SIDE) : Math.max(there.x, rim), y: there.y };
		this.parts.push({ kind: 'disc', at, radius: type.disc, number, size: type.number });
		const left = at.x + type.disc + GAP;
		const lines = linesOf(text, most - type.disc * 2 - GAP, type.step, 'semibold');
		const lineHeight = type.step * 1.12;
		lines.forEach((line, i) => {
			this.put(left, at.y + type.step * 0.34 + i * lineHeight, line, { face: 'semibold' });
		});
		const last = lines.at(-1) ?? '';
		this.parts.push({
			kind: 'evidence',
			at: { x: left, y: at.y + type.step * 0.34 + (lines.length - 1) * lineHeight + 4 },
			width: widthOf(last, type.step, 'semibold'),
			evidence
		});
	}

	/** The outcome in large words, at most two lines; smaller where they are long. */
	result(number: number | null, x: number, y: number, text: string, tone: Tone, evidence: Evidence): void {
		const { type } = this.frame;
		const at = placed(this.frame, x, y);
		const indent = number === null ? 0 : type.disc * 2 + GAP;
		const most = this.#room(x, y) - indent;
		const sizes = [0, 3, 5, 7, 9].map((less) => Math.max(SMALLEST_RESULT, type.result - less));
		const size =
			sizes.find((each) => {
				const lines = linesOf(text, most, each, 'serif');
				return lines.length <= 2 && lines.every((line) => widthOf(line, each, 'serif') <= most);
			}) ?? SMALLEST_RESULT;
		const lines = linesOf(text, most, size, 'serif');
		const first = lines.length > 1 ? at.y - size * 0.58 : at.y;
		if (number !== null)
			this.parts.push({
				kind: 'disc',
				at: { x: at.x + type.disc, y: first - size * 0.3 },
				radius: type.disc,
				number,
				size: type.number
			});
		lines.forEach((line, i) => {
			this.put(at.x + indent, first + i * size * RESULT_LINE, line, { size, face: 'serif', tone });
		});
		const last = lines.at(-1) ?? '';
		this.parts.push({
			kind: 'evidence',
			at: { x: at.x + indent, y: first + (lines.length - 1) * size * RESULT_LINE + 6 },
			width: widthOf(last, size, 'serif'),
			evidence
		});
	}

	packet(
		x: number,
		y: number,
		shape: Shape,
		look: PacketLook = 'ink',
		{ sign, answered, scale = 1 }: { sign?: Sign | undefined; answered?: boolean; scale?: number } = {}
	): void {
		this.parts.push({
			kind: 'packet',
			at: placed(this.frame, x, y),
			half: PACKET * this.frame.scale * scale,
			shape,
			look,
			...(sign ? { sign } : {}),
			...(answered ? { answered } : {})
		});
	}

	crumble(x: number, y: number, shape: Shape): void {
		const half = PACKET * 1.1 * this.frame.scale;
		const at = placed(this.frame, x, y);
		this.parts.push({
			kind: 'crumble',
			at,
			half,
			shape,
			reach: Math.min(100 * this.frame.scale, this.frame.reach(at.y) - at.x - 10)
		});
	}

	envelope(x: number, y: number, width: number, holds: Shape | 'envelope' | null, open = false): void {
		this.parts.push({ kind: 'envelope', at: placed(this.frame, x, y), width: width * this.frame.scale, open, holds });
	}

	path(
		points: readonly (readonly [number, number])[],
		{
			tone = 'ink',
			width = 1.8,
			...rest
		}: { tone?: Tone; width?: number; dash?: string; arrow?: boolean; opacity?: number } = {}
	): void {
		this.parts.push({
			kind: 'path',
			points: points.map(([x, y]) => placed(this.frame, x, y)),
			tone,
			width,
			arrow: true,
			...rest
		});
	}

	pipe(points: readonly (readonly [number, number])[], fill: 'full' | 'hollow', width = 15): void {
		const lying = points.map(([x, y]) => placed(this.frame, x, y));
		this.parts.push({ kind: 'pipe', points: lying, width: width * this.frame.scale, fill });
	}

	/** A slip for the sender; its left edge is at x, its number on its corner. */
	slip(number: number | null, x: number, y: number, from: string, says: string): void {
		const { type } = this.frame;
		const width = Math.max(widthOf(says, type.slip, 'mono'), widthOf(from, type.strip, 'semibold')) + 22;
		const height = type.slip + 30;
		const corner = placed(this.frame, x, y);
		const at = { x: corner.x + width / 2, y: corner.y };
		const line = (text: string, dy: number, size: number, face: Face, tone: Tone): TextPart => ({
			kind: 'text',
			at: { x: at.x, y: at.y + dy },
			text,
			size,
			face,
			anchor: 'middle',
			tone
		});
		this.parts.push({
			kind: 'slip',
			at,
			width,
			height,
			from: line(from, -height / 2 + 13.6, type.strip, 'semibold', 'leaf'),
			says: line(says, height / 2 - 8.5, type.slip, 'mono', 'ink')
		});
		if (number !== null)
			this.parts.push({
				kind: 'disc',
				at: { x: at.x - width / 2 - 2, y: at.y - height / 2 + 1 },
				radius: type.disc,
				number,
				size: type.number
			});
	}

	/** A signal or a call, with its middle at x, between the rim and the wall; set smaller where it would not fit. */
	call(x: number, y: number, says: string): void {
		const at = placed(this.frame, x, y);
		const most = this.frame.reach(at.y) - WALL_SIDE / 2 - 8;
		const size = Math.min(this.frame.type.step, (most - CALL_EDGE) / widthOf(says, 1, 'mono'));
		const width = widthOf(says, size, 'mono') + CALL_EDGE;
		const middle = Math.min(at.x, -WALL_SIDE / 2 - 6 - width / 2);
		this.parts.push({
			kind: 'call',
			at: { x: middle, y: at.y },
			width,
			height: this.frame.type.step * 2,
			says: {
				kind: 'text',
				at: { x: middle, y: at.y + size * 0.35 },
				text: says,
				size,
				face: 'mono',
				anchor: 'middle',
				tone: 'leaf'
			}
		});
	}

	gate(y1: number, y2: number): void {
		this.parts.push({ kind: 'gate', from: placed(this.frame, 0, y1), to: placed(this.frame, 0, y2) });
	}

	cross(x: number, y: number, tone: Tone): void {
		this.parts.push({ kind: 'cross', at: placed(this.frame, x, y), half: 8 * this.frame.scale, tone });
	}

	rays(y: number): void {
		this.parts.push({ kind: 'rays', at: placed(this.frame, 0, y) });
	}

	sign(x: number, y: number, sign: Sign, scale: number, tone: Tone = 'ink'): void {
		this.parts.push({ kind: 'sign', at: placed(this.frame, x, y), sign, scale: scale * this.frame.scale, tone });
	}

	/** How the whole is known: a sample of its line, and the word. */
	evidenceWord(y: number, evidence: Evidence): void {
		const { name } = EVIDENCE[evidence];
		const size = this.frame.type.evidence;
		const width = widthOf(name, size);
		const [sample, gap] = [26, 7];
		const left = -(sample + gap + width) / 2;
		this.parts.push({ kind: 'evidence', at: { x: left, y: y - size * 0.33 }, width: sample, evidence });
		this.put(left + sample + gap, y, name, { size, tone: 'mute' });
	}

	/** From a place to the wall, or to the rim right of it. */
	#room(x: number, y: number): number {
		const at = placed(this.frame, x, y);
		return x < 0 ? -WALL_SIDE / 2 - at.x - 4 : this.frame.reach(at.y) - at.x;
	}
}
