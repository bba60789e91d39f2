import { packetLabel, shapeOf, type Beat } from './beats';
import { sideName } from './chambers';
import type { CloseUp } from './closeUp';
import type { Sign } from './parts';
import type { Pen } from './pen';
import type { SideId, Wall } from './walls';

/** The rows of a wall with one door: out in the upper one, back in the lower one where both are seen. */
const FORTH = -42;
const BACK = 24;

/** Which way something goes at a wall: from its left to its right, back, or nowhere. */
type Way = 'forth' | 'back' | 'stays';

/** Whoever acts on the phone from beyond its rooms. */
const hasNoRoom = (id: SideId): boolean => id === 'person' || id === 'environment';
/** What the kernel router lets out goes on to the right, whoever sent it. */
const LEAVES: readonly Beat['deed'][] = ['physicalInterface', 'localNetwork'];
/** A request for a tunnel that nobody can answer: the door stays shut. */
const SHUT = /^session\.(cannot|notYet)/;

function wayOf({ deed, happening: { arrival, record } }: Beat, { left, right }: Wall): Way {
	if (LEAVES.includes(deed) || (deed === 'opens' && left === 'relay')) return 'forth';
	if (SHUT.test(record.reason ?? '')) return 'forth';
	if (arrival.from === arrival.to) return 'stays';
	if (record.component === right) return arrival.from === left || hasNoRoom(left) ? 'forth' : 'stays';
	if (record.component === left) return arrival.from === right || right === 'outside' ? 'back' : 'stays';
	return 'stays';
}

/** Whether the door is shut for it. */
const isShut = (beat: Beat): boolean =>
	beat.deed === 'hold' ||
	beat.deed === 'refuse' ||
	beat.deed === 'drop' ||
	SHUT.test(beat.happening.record.reason ?? '');

/**
 * Draws what happens at a wall with one door.
 * @param pen places the parts
 * @param closeUp the moment
 */
export function drawOneDoor(pen: Pen, { wall, beats }: CloseUp): void {
	const last = beats.at(-1);
	if (!last) return;
	const way = wayOf(last, wall);
	const before = beats.slice(0, -1);
	const forth = way === 'forth' ? last : before.findLast((beat) => wayOf(beat, wall) === 'forth');
	const back = way === 'back' ? last : undefined;
	let number = 0;
	if (forth && isCallOrPacket(forth)) drawForth(pen, wall, forth, ++number, forth === last);
	if (back && back.deed === 'returns') pen.slip(++number, -186, 52, `${speaker(wall)} says`, back.label);
	else if (back && isCallOrPacket(back)) drawBack(pen, back, ++number, forth === undefined);
	const atLeft = last.happening.record.component === wall.left && back?.deed !== 'returns' && !isGoing(last, wall);
	const y = atLeft && forth && back ? 74 : 56;
	pen.result(number + 1, atLeft ? -176 : 26, y, last.short, last.tone, last.shortEvidence);
	if (way === 'stays' && !forth) drawAlone(pen, wall, last);
}

/** Whether it leaves the left chamber: then its outcome is at the right. */
const isGoing = (beat: Beat, wall: Wall): boolean => wayOf(beat, wall) === 'forth';
/** Whether something is seen to move: what a person does by themselves is only told. */
const isCallOrPacket = ({ deed }: Beat): boolean => deed !== 'acts';

/** Who hands out the slip: whoever stands at the right. */
const speaker = ({ right }: Wall): string => (right === 'kernelRouter' ? 'kernel' : sideName(right));

function drawForth(pen: Pen, wall: Wall, beat: Beat, number: number, isLast: boolean): void {
	const { packet, deed } = beat;
	const leaks = beat.fate === 'leaked';
	const tone = leaks ? 'red' : 'ink';
	const shut = isShut(beat);
	if (shut) pen.gate(-84, 2);
	if (!packet || deed === 'calls' || deed === 'acts') {
		drawCall(pen, wall, beat, number, shut);
		return;
	}
	pen.step(number, pen.left - 10, -84, packetLabel(packet), beat.evidence);
	if (packet.inner) pen.envelope(-140, FORTH, 62, shapeOf(packet), wall.left === 'relay');
	else pen.packet(-140, FORTH, shapeOf(packet), 'ink', { sign: signOf(packet.sender) });
	pen.path(
		[
			[-106, FORTH],
			[shut ? -14 : 44, FORTH]
		],
		{ tone, width: leaks ? 2.4 : 1.8 }
	);
	if (leaks) pen.rays(FORTH);
	if (shut || !isLast) return;
	const inner = wall.left === 'relay' ? (packet.inner ?? packet) : packet;
	if (inner.inner) pen.envelope(88, FORTH, 62, null);
	else if (leaks) pen.packet(86, FORTH, shapeOf(inner), 'red', { sign: 'page' });
	else
		pen.packet(86, FORTH, shapeOf(inner), beat.fate === 'delivered' ? 'blue' : 'outline', {
			sign: signOf(packet.sender)
		});
}

const signOf = (sender: string): Sign | undefined =>
	['safari', 'terminal', 'pushNotifications', 'appStoreUpdater'].includes(sender) ? (sender as Sign) : undefined;

/** A signal or a call: its name on a plate, on its way to whom it is for. */
function drawCall(pen: Pen, { left, right }: Wall, beat: Beat, number: number, shut: boolean): void {
	if (hasNoRoom(left)) {
		const isPerson = left === 'person';
		pen.step(number, pen.left - 10, -84, beat.label, beat.evidence);
		if (isPerson) pen.sign(-120, FORTH + 14, 'person', 1.7);
		pen.path(
			[
				[isPerson ? -86 : -140, FORTH],
				[60, FORTH]
			],
			{ width: 2.2 }
		);
		pen.sign(98, FORTH, right as Sign, 1.9);
		return;
	}
	pen.step(number, pen.left - 10, -84, shut ? 'tunnel wanted' : whoSays(beat), beat.evidence);
	pen.call(-106, FORTH, shut ? 'launch' : beat.label);
	pen.path(
		[
			[-26, FORTH],
			[shut ? -14 : 60, FORTH]
		],
		{ width: 2.2 }
	);
	if (right !== 'outside') pen.sign(98, FORTH, right as Sign, 1.9, shut ? 'mute' : 'ink');
}

/** Who speaks, as a step. */
const whoSays = ({ happening: { arrival } }: Beat): string => sideName(arrival.from);

/** What comes back: in the upper row where it is alone, else in the lower one. */
function drawBack(pen: Pen, beat: Beat, number: number, alone: boolean): void {
	const y = alone ? FORTH : BACK;
	const { packet, deed } = beat;
	if (!packet || deed === 'calls') {
		pen.step(number, 26, alone ? -84 : y + 2, beat.label, beat.evidence);
		pen.path(
			[
				[alone ? 60 : 14, y],
				[-60, y]
			],
			{ width: 2.2 }
		);
		if (alone) pen.sign(-110, y, beat.happening.record.component, 1.9);
		return;
	}
	pen.step(number, 26, alone ? -84 : y + 2, packetLabel(packet), beat.evidence);
	pen.path(
		[
			[alone ? 60 : 14, y],
			[-70, y]
		],
		{ tone: 'blue' }
	);
	const at = alone ? -120 : -104;
	if (packet.inner) pen.envelope(at, y, 52, shapeOf(packet));
	else pen.packet(at, y, shapeOf(packet), 'blue', { answered: true, scale: alone ? 1 : 0.8 });
}

/** Nothing moves: whoever does something by themselves is shown with their sign. */
function drawAlone(pen: Pen, wall: Wall, { happening: { record } }: Beat): void {
	const atLeft = record.component === wall.left;
	pen.sign(atLeft ? -110 : 98, FORTH, record.component, 2.2);
}
