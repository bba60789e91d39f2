import { NAMES } from '../../machines/components';
import { packetLabel, shapeOf, shapeOfBeat, type Beat } from './beats';
import type { CloseUp } from './closeUp';
import type { Sign } from './parts';
import type { Pen } from './pen';

/** The rows of the wall between the tunnel process and the kernel router: own socket, utun4, the way to the relay. */
const A = -60;
const B = 6;
const C = 72;

/** What is seen at this wall at once: the latest beat of each kind since a packet was made. */
interface Slots {
	/** A packet of the tunnel process’s own. */
	made?: Beat;
	/** The kernel router throws it away, or turns it into utun4. */
	dropped?: Beat;
	turned?: Beat;
	/** A packet of another app, on its way into utun4 or out of it. */
	others?: Beat;
	written?: Beat;
	/** At the envelope, inside the process. */
	sealed?: Beat;
	opened?: Beat;
	/** The envelope at the opening to the relay. */
	out?: Beat;
	in?: Beat;
	/** What the call returned. */
	slip?: Beat;
	/** What the tunnel process, or the kernel router, does with none of these. */
	own?: Beat;
	kernel?: Beat;
}

function slotOf({ deed, packet, happening: { record } }: Beat): keyof Slots {
	if (record.component === 'kernelRouter') {
		if (deed === 'drop') return 'dropped';
		if (deed === 'utun') return packet?.sender === 'tunnelProcess' ? 'turned' : 'others';
		if (deed === 'comesIn') return 'in';
		if (deed === 'comesOut') return 'written';
		return deed === 'physicalInterface' || deed === 'localNetwork' ? 'out' : 'kernel';
	}
	if (deed === 'makes' || deed === 'builds') return 'made';
	if (deed === 'seals' || deed === 'shakes') return 'sealed';
	if (deed === 'opens') return 'opened';
	return deed === 'returns' ? 'slip' : 'own';
}

/** What goes once something comes after it: an envelope that left once one comes in, and what was sealed once it is opened. */
const REPLACES: Partial<Record<keyof Slots, readonly (keyof Slots)[]>> = {
	in: ['out', 'sealed', 'slip'],
	opened: ['sealed', 'slip'],
	sealed: ['opened', 'in', 'own'],
	written: ['others', 'turned'],
	own: ['kernel'],
	kernel: ['own']
};

function slotsOf(beats: readonly Beat[]): Slots {
	return beats.reduce<Slots>((slots, beat) => {
		const slot = slotOf(beat);
		const kept = { ...slots };
		for (const gone of REPLACES[slot] ?? []) delete kept[gone];
		return { ...kept, [slot]: beat };
	}, {});
}

/**
 * Draws what happens at the wall of the tunnel process.
 * @param pen places the parts
 * @param closeUp the moment
 */
export function drawTunnelWall(pen: Pen, closeUp: CloseUp): void {
	const slots = slotsOf(closeUp.beats);
	const last = closeUp.beats.at(-1);
	if (!last) return;
	const shown = (Object.values(slots) as Beat[]).sort((a, b) => closeUp.beats.indexOf(a) - closeUp.beats.indexOf(b));
	const number = (beat: Beat) => shown.indexOf(beat) + 1;
	const told: Told = { pen, closeUp, slots, last, number };
	if (closeUp.pipe !== 'none')
		pen.pipe(
			[
				[12, C],
				[300, C]
			],
			closeUp.pipe
		);
	drawOwn(told);
	drawOthers(told);
	drawEnvelopes(told);
	drawOutcome(told);
}

interface Told {
	readonly pen: Pen;
	readonly closeUp: CloseUp;
	readonly slots: Slots;
	readonly last: Beat;
	readonly number: (beat: Beat) => number;
}

/** The packet that the tunnel process made, and where it ends. */
function drawOwn({ pen, closeUp, slots: { made, dropped, turned, slip }, last, number }: Told): void {
	if (!made) return;
	const shape = shapeOfBeat(made);
	const built = closeUp.usesStack;
	pen.step(number(made), pen.left, -98, made.label, made.evidence);
	if (dropped) {
		pen.path(
			[
				[-112, A],
				[46, A]
			],
			{ dash: '1 6', arrow: false, width: 1.5, opacity: 0.6 }
		);
		for (const x of [-94, -44]) pen.packet(x, A, shape, 'ghost');
		pen.crumble(78, A, shape);
	} else if (turned) {
		pen.path([
			[-118, A],
			[160, A],
			[174, A + 14],
			[174, B - 14],
			[160, B],
			[-78, B]
		]);
		pen.packet(-104, pen.isLow ? B - 6 : B, shape, 'outline', { scale: pen.isLow ? 0.6 : 0.74 });
		if (last !== turned && !(pen.isLow && hasRight(last)))
			pen.step(number(turned), 30, -28, 'back by utun4', turned.evidence, 140);
	} else if (built) {
		pen.path(
			[
				[-112, A],
				[-28, A]
			],
			{ tone: 'mute', dash: '2 5', arrow: false, width: 1.6 }
		);
		pen.cross(-16, A, 'mute');
		pen.lines(28, A - 4, ['the packet does not', 'come this way']);
	}
	pen.packet(-146, A, shape, turned ? 'outline' : 'ink');
	if (slip && !turned) {
		pen.sign(27, -34, 'kernelRouter', 0.6);
		pen.path(
			[
				[14, -34],
				[-10, -30],
				[-30, -14]
			],
			{}
		);
		pen.slip(number(slip), -186, -4, 'kernel says', slip.label);
	}
	if (dropped && closeUp.pipe === 'hollow') {
		pen.text(26, 98, 'open, and unused', { tone: 'mute' });
	}
}

/** Another app’s packet that goes into utun4, or comes out of it. */
function drawOthers({ pen, slots: { others, written }, last, number }: Told): void {
	const beat = written ?? others;
	if (!beat) return;
	const packet = beat.packet?.inner ?? beat.packet;
	const shape = shapeOf(packet);
	const sign = signOf(written ? packet?.destination : packet?.sender);
	if (others && !written) {
		pen.packet(146, A + 8, shape, 'ink', { sign });
		pen.step(number(others), 30, -88, packet ? packetLabel(packet) : others.label, others.evidence, 150);
		pen.path([
			[146, -26],
			[146, B],
			[-122, B]
		]);
		pen.packet(-150, B, shape, 'ink', { sign, scale: 0.8 });
	}
	if (written) {
		pen.packet(-150, B, shape, 'blue', { scale: 0.8, answered: true });
		pen.path(
			[
				[-122, B],
				[-14, B]
			],
			{ tone: 'blue' }
		);
		pen.packet(110, A + 12, shape, 'blue', { sign, answered: sign === undefined });
		if (last !== written) pen.step(number(written), 30, -84, written.label, written.evidence, 150);
	}
}

/** Whose sign a packet carries: that of an app. The tunnel process’s own carry none. */
const signOf = (who: string | undefined): Sign | undefined =>
	who === undefined || who === 'tunnelProcess' || who === 'gateway' || !(who in NAMES) ? undefined : (who as Sign);

/** Envelopes: filled or opened in the process, and on their way through the opening to the relay. */
function drawEnvelopes({ pen, closeUp, slots, last, number }: Told): void {
	const { made, sealed, opened, out } = slots;
	const inside = sealed ?? opened;
	const way = slots.in ?? out;
	if (inside) {
		const holds = inside.deed === 'shakes' ? 'handshake' : shapeOfBeat(made ?? inside);
		const twice = closeUp.multihop && inside.deed === 'seals';
		pen.envelope(
			pen.frame.outline.kind === 'circle' ? -152 : -162,
			78,
			58,
			twice ? 'envelope' : holds,
			inside.deed !== 'shakes'
		);
		if (made && closeUp.usesStack && sealed)
			pen.path([
				[-146, -28],
				[-146, 34]
			]);
		if (last !== inside) pen.step(number(inside), -122, 44, inside.label, inside.evidence);
	}
	if (!way) return;
	const inwards = way === slots.in;
	pen.envelope(64, C, 46, null);
	if (inside)
		pen.path(
			inwards
				? [
						[34, C - 8],
						[-108, C - 8]
					]
				: [
						[-110, C + 8],
						[34, C + 8]
					],
			{ tone: 'blue' }
		);
	else
		pen.path(
			inwards
				? [
						[34, C],
						[-60, C]
					]
				: [
						[-60, C],
						[34, C]
					],
			{ tone: 'blue' }
		);
	if (last !== way && !slots.dropped && !(pen.isLow && hasRight(last)))
		pen.step(number(way), 30, 95, way.label, way.evidence);
}

/** The large words: of what the kernel router did at the right, of what the tunnel process has of it at the left. */
function drawOutcome({ pen, slots, last, number }: Told): void {
	const { dropped, turned, others, sealed, opened, own, slip, made } = slots;
	const inside = sealed ?? opened;
	const right = dropped ?? (rightOnes(slots).includes(last) ? last : undefined);
	// Below the way that turns into utun4, where there is one.
	if (right) pen.result(number(right), 26, turned ? 42 : 18, right.short, right.tone, right.shortEvidence);
	if (last === inside) {
		pen.result(number(last), -132, 56, last.short, 'blue', last.shortEvidence);
		return;
	}
	if (last === right || last === slip) {
		if (last === slip && !dropped) pen.result(number(last), 26, 24, last.short, last.tone, last.shortEvidence);
		return;
	}
	if (last === made) pen.result(null, -182, 24, last.short, last.tone, last.shortEvidence);
	else if (last === own && !inside && !slots.in) {
		if (dropped)
			pen.path(
				[
					[-14, 10],
					[-22, 40],
					[-40, 52]
				],
				{ dash: '2 5' }
			);
		pen.result(number(own), -182, 80, own.short, own.tone, own.shortEvidence);
	} else if (!right) pen.result(number(last), 26, others ? 26 : 18, last.short, last.tone, last.shortEvidence);
}

/** Whether a beat’s large words stand at the right: those of the tunnel process stand at the left, where there is room. */
const hasRight = ({ deed }: Beat): boolean => !['seals', 'shakes', 'opens', 'makes', 'builds'].includes(deed);

const rightOnes = ({ turned, others, written, out, kernel, ...slots }: Slots): readonly (Beat | undefined)[] => [
	turned,
	others,
	written,
	out,
	slots.in,
	kernel
];
