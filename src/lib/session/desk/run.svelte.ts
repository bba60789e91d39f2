import { addressesOf, lanOf, relayAddressOf } from '../../capture/addresses';
import { frameOf, linkTypeOf } from '../../capture/frames';
import type { Made } from '../../capture/made';
import { observe, type Sighting } from '../../capture/observe';
import { plainPacket } from '../../capture/plain';
import { pointName } from '../../capture/points';
import { fateIn, simplified } from '../../capture/words';
import { describePacket } from '../../machines/packets';
import { whyOf, type Why } from '../../sim/causes';
import type { History } from '../../sim/history';
import type { Record } from '../../sim/records';
import { dissect } from '../../wire/dissect';
import type { ByteBlock, PacketRow } from '../../figures/packets/rows';
import { linkOf, secondsOf } from './packets';

const PROTOCOLS = { icmp: 'ICMP', tcp: 'TCP', udp: 'UDP', wireguard: 'WireGuard' } as const;
const ENVELOPES = ['In the envelope', 'In the inner envelope'] as const;

/** What was told of a packet. */
interface Story {
	readonly made: Made;
	readonly step: number;
	readonly told: readonly Record[];
	/** Where it stands for more than it is. */
	readonly simplified: string | null;
	readonly why: Why | null;
}

/** The packets of a run, as a list and one by one down to their bytes. */
export class RunPackets {
	readonly #observation = $derived.by(() => observe(this.history));
	readonly rows: readonly PacketRow[] = $derived.by(() => this.#observation.sightings.map((sighting, i) => this.#row(sighting, i)));
	readonly #sealer = $derived.by(async () => new (await import('../../capture/sealing')).Sealer(this.#observation));

	constructor(readonly history: History) {}

	/** The line on which a packet is that a message carries, or that a step made; 0 when there is none. */
	rowOf(message: number, step: number): number {
		const { carried, sightings, made } = this.#observation;
		const wanted = carried.get(message) ?? made.find((each) => each.step === step && each.by === 'tunnelProcess' && each.inner === null);
		const at = sightings.findLastIndex((sighting) => sighting.made === wanted && sighting.step <= step && !isBetween(sighting));
		return Math.max(0, at >= 0 ? at : sightings.findIndex((sighting) => !isBetween(sighting) && (sighting.made === wanted || sighting.made.inner === wanted)));
	}

	/** The packet on a line as bytes, and for an envelope what is under each seal. Keys are fetched only where there are any. */
	async blocksOf(row: number): Promise<readonly ByteBlock[]> {
		const sighting = this.#observation.sightings[row];
		if (!sighting) return [];
		const { made, point } = sighting;
		if (made.packet.protocol !== 'wireguard') return [block(`Seen ${at(sighting)}`, frameOf(sighting, plainPacket(made, this.#observation.doors)), linkTypeOf(point))];
		const sealer = await this.#sealer;
		return [
			block(`Seen ${at(sighting)}`, frameOf(sighting, sealer.seenOf(sighting)), linkTypeOf(point)),
			...sealer.openedLayers(made).slice(isBetween(sighting) ? 1 : 0).map((bytes, i) => block(ENVELOPES[i] ?? ENVELOPES[1], bytes, linkTypeOf('tunnelProcess')))
		];
	}

	/** What was told of the packet on a line, and why. */
	storyOf(row: number): Story | null {
		const sighting = this.#observation.sightings[row];
		if (!sighting) return null;
		const { made, step } = sighting;
		const told = this.#observation.told.get(made) ?? [];
		const decisive = told.find(({ rule }) => rule !== null) ?? told[0] ?? this.history.entries[made.step]?.records.at(-1);
		return { made, step, told, simplified: simplified(made), why: decisive ? whyOf(this.history, decisive) : null };
	}

	#row(sighting: Sighting, i: number): PacketRow {
		const { made, point, atMs } = sighting;
		return {
			number: i + 1,
			time: secondsOf(atMs * 1000),
			where: pointName(point),
			protocol: PROTOCOLS[made.packet.protocol],
			...this.#ends(made),
			says: describePacket(made.packet),
			fate: this.#observation.told.get(made)?.map(fateIn).findLast(Boolean) ?? null
		};
	}

	#ends(made: Made): { source: string; destination: string } {
		const { packet, seals, handshake } = made;
		const hop = seals[0]?.handshake ?? handshake;
		if (!hop) return addressesOf(made, this.#observation.doors);
		const [relay, { phone }] = [relayAddressOf(hop), lanOf(made)];
		return packet.sender === 'relay' || made.answers ? { source: relay, destination: phone } : { source: phone, destination: relay };
	}
}

/** Between two envelopes the outer one is not there. */
const isBetween = ({ point }: Sighting): boolean => point === 'betweenEnvelopes';

const at = ({ point, atMs }: Sighting): string => `${point === 'utun4' || point === 'en0' ? `at ${point}` : pointName(point)}, ${(atMs / 1000).toFixed(3)} s`;

function block(title: string, bytes: Uint8Array, linkType: number): ByteBlock {
	const { layers, problem } = dissect(bytes, linkOf(linkType) ?? 'ipv4');
	return { title, bytes, layers, problem: problem?.sentence ?? null };
}
