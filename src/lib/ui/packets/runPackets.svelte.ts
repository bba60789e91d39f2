import { lanOf, relayAddressOf } from '../../capture/addresses';
import { frameOf, linkTypeOf, timesUs } from '../../capture/frames';
import type { Sealer } from '../../capture/sealer';
import type { TracedPacket } from '../../capture/tracedPacket';
import { tracePackets, type Sighting } from '../../capture/packetTracer';
import { encodePacket } from '../../capture/encodePacket';
import { pointName } from '../../capture/capturePoints';
import { fateIn, simplificationNote } from '../../capture/packetComments';
import { loadPart } from '../../figures/onDemand/loadPart';
import { describePacket } from '../../machines/packets';
import type { RoomId } from '../../scene/layout';
import { whyOf, type Why } from '../../sim/causes';
import type { History } from '../../sim/history';
import type { TraceRecord } from '../../sim/traceRecord';
import { dissect } from '../../wire/dissect';
import { dissectPlaintext } from '../../wire/plaintext';
import { withPadding } from '../../wire/padding';
import type { ByteBlock, PacketRow, PacketRows } from '../../figures/packets/rows';
import { blockOf, envelopeTitle, linkOf, protocolWord, rowsOf, secondsOf } from './packetRows';

/** What was told of a packet. */
interface Story {
	readonly traced: TracedPacket;
	readonly step: number;
	readonly told: readonly TraceRecord[];
	/** Where it stands for more than it is. */
	readonly simplificationNote: string | null;
	readonly why: Why | null;
}

/** The packets of a run, as a list and one by one down to their bytes. */
export class RunPackets {
	readonly #observation = $derived.by(() => tracePackets(this.history));
	/** The same times as in a saved capture, since its first packet. */
	readonly #times = $derived.by(() => timesUs(this.#observation.sightings));
	readonly rows: PacketRows = $derived.by(() =>
		rowsOf(this.#observation.sightings, (sighting, row) => this.#row(sighting, row))
	);
	#sealer: Sealer | null = null;

	constructor(readonly history: History) {}

	/** The line on which a packet is that a message carries, or that a step made; 0 when there is none. */
	rowOf(message: number, step: number): number {
		const { carried, sightings, traced } = this.#observation;
		const wanted =
			carried.get(message) ??
			traced.find((each) => each.step === step && each.by === 'tunnelProcess' && each.inner === null);
		const at = sightings.findLastIndex(
			(sighting) => sighting.traced === wanted && sighting.step <= step && !isBetween(sighting)
		);
		return Math.max(
			0,
			at >= 0
				? at
				: sightings.findIndex(
						(sighting) => !isBetween(sighting) && (sighting.traced === wanted || sighting.traced.inner === wanted)
					)
		);
	}

	/** The packet on a line as bytes, and for an envelope what is under each seal. Keys are fetched only where there are any. */
	async blocksOf(row: number): Promise<readonly ByteBlock[]> {
		const sighting = this.#observation.sightings[row];
		if (!sighting) return [];
		const { traced } = sighting;
		if (traced.packet.protocol !== 'wireguard')
			return [this.#seen(sighting, encodePacket(traced, this.#observation.doors))];
		const { Sealer } = await loadPart('the keys of this envelope', () => import('../../capture/sealer'));
		const sealer = (this.#sealer ??= new Sealer(this.#observation));
		const opened = sealer
			.openedLayers(traced)
			.slice(isBetween(sighting) ? 1 : 0)
			.map((packet) => withPadding(packet));
		return [
			this.#seen(sighting, sealer.seenOf(sighting)),
			...opened.map((bytes, i) => blockOf(envelopeTitle(i), '', bytes, dissectPlaintext(bytes)))
		];
	}

	#seen(sighting: Sighting, packet: Uint8Array): ByteBlock {
		const bytes = frameOf(sighting, packet);
		return blockOf(`Seen ${at(sighting)}`, '', bytes, dissect(bytes, linkOf(linkTypeOf(sighting.point)) ?? 'ipv4'));
	}

	#sinceFirst(row: number): string {
		return secondsOf((this.#times[row] ?? 0) - (this.#times[0] ?? 0));
	}

	/** Where the figure shows the packet on a line: after which step, what it is called there, and the room that it is in or leaves. */
	inFigure(row: number): { readonly step: number; readonly name: string; readonly room: RoomId } | null {
		const sighting = this.#observation.sightings[row];
		if (!sighting) return null;
		const { traced, point, step } = sighting;
		return {
			step,
			name: describePacket(traced.packet),
			room:
				point === 'utun4' || point === 'en0' ? 'kernelRouter' : point === 'betweenEnvelopes' ? 'tunnelProcess' : point
		};
	}

	/** What was told of the packet on a line, and why. */
	storyOf(row: number): Story | null {
		const sighting = this.#observation.sightings[row];
		if (!sighting) return null;
		const { traced, step } = sighting;
		const told = this.#observation.told.get(traced) ?? [];
		const decisive =
			told.find(({ rule }) => rule !== null) ?? told[0] ?? this.history.entries[traced.step]?.records.at(-1);
		return {
			traced,
			step,
			told,
			simplificationNote: simplificationNote(traced),
			why: decisive ? whyOf(this.history, decisive) : null
		};
	}

	#row({ traced, point }: Sighting, row: number): PacketRow {
		return {
			number: row + 1,
			time: this.#sinceFirst(row),
			where: pointName(point),
			...this.#bytesSay(traced),
			says: describePacket(traced.packet),
			fate: this.#observation.told.get(traced)?.map(fateIn).findLast(Boolean) ?? null
		};
	}

	/** From whom, to whom and what, as the bytes have it; of an envelope as far as that goes without keys. */
	#bytesSay(traced: TracedPacket): Pick<PacketRow, 'protocol' | 'source' | 'destination' | 'info'> {
		if (traced.packet.protocol === 'wireguard') {
			const info = traced.handshake
				? `Handshake ${traced.answers ? 'response' : 'initiation'}`
				: `Transport data, counter ${traced.seals[0]?.counter ?? 0}`;
			return { protocol: protocolWord('wireguard'), ...this.#ends(traced), info };
		}
		const { protocol, source, destination, summary } = dissect(encodePacket(traced, this.#observation.doors), 'ipv4');
		return { protocol: protocolWord(protocol), source: source ?? '', destination: destination ?? '', info: summary };
	}

	#ends(traced: TracedPacket): { source: string; destination: string } {
		const { packet, seals, handshake } = traced;
		const hop = seals[0]?.handshake ?? handshake;
		if (!hop) return { source: '', destination: '' };
		const [relay, { phone }] = [relayAddressOf(hop), lanOf(traced)];
		return packet.sender === 'relay' || traced.answers
			? { source: relay, destination: phone }
			: { source: phone, destination: relay };
	}
}

/** Between two envelopes the outer one is not there. */
const isBetween = ({ point }: Sighting): boolean => point === 'betweenEnvelopes';

const at = ({ point, atMs }: Sighting): string =>
	`${point === 'utun4' || point === 'en0' ? `at ${point}` : pointName(point)}, ${(atMs / 1000).toFixed(3)} s`;
