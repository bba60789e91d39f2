import type { CapturedItem, InterfaceItem, PacketItem } from '../../wire/capture';
import { nameOfLinkType } from '../../wire/capture';
import { dissect } from '../../wire/dissect';
import type { ByteBlock, PacketRow } from '../../figures/packets/rows';
import { linkOf, secondsOf } from './packets';
import { readBeside, type Read } from './read';

/** A capture file of the reader's: read beside the page, listed as it comes, never sent anywhere. */
export class FilePackets {
	rows = $state.raw<readonly PacketRow[]>([]);
	/** What was wrong in the file, a sentence each. */
	problems = $state.raw<readonly string[]>([]);
	/** Bytes read so far. */
	at = $state(0);
	reading = $state(true);
	#packets: readonly PacketItem[] = [];
	#interfaces: readonly InterfaceItem[] = [];
	readonly #read: Read;

	constructor(readonly file: File) {
		this.#read = readBeside(file, (items, at) => this.#take(items, at));
		this.#read.end
			.then((stoppedAt) => {
				if (stoppedAt !== null) this.#says(`The file goes on; its first ${stoppedAt.toLocaleString('en')} packets are listed.`);
				else if (this.rows.length === 0 && this.problems.length === 0) this.#says('There is no packet in this file; a capture with at least one is wanted.');
			})
			.catch(() => this.#says('The file could not be read to its end; a pcapng or pcap file on this device is wanted.'))
			.finally(() => (this.reading = false));
	}

	/** Stops reading; what is listed stays. */
	stop(): void {
		this.#read.cancel();
	}

	/** The packet on a line, or undefined. */
	packetAt(row: number): PacketItem | undefined {
		return this.#packets[row];
	}

	/** The name of the interface at which a packet was seen; empty when the file gives none. */
	interfaceOf({ interface: index }: PacketItem): string {
		return this.#interfaces[index]?.name ?? '';
	}

	blocksOf(row: number): readonly ByteBlock[] {
		const packet = this.#packets[row];
		if (!packet) return [];
		const { layers, problem } = this.#dissected(packet);
		return [{ title: `Packet ${packet.index + 1} of ${this.file.name}`, bytes: packet.bytes, layers, problem: problem?.sentence ?? null }];
	}

	#dissected({ interface: index, bytes }: PacketItem) {
		const linkType = this.#interfaces[index]?.linkType ?? -1;
		const link = linkOf(linkType);
		if (link) return dissect(bytes, link);
		const sentence = `Packets of ${nameOfLinkType(linkType)} are not taken apart here; those of Ethernet, utun, loopback and bare IP are.`;
		return { layers: [], problem: { offset: 0, sentence }, protocol: 'other' as const, source: null, destination: null, summary: nameOfLinkType(linkType) };
	}

	#take(items: readonly CapturedItem[], at: number): void {
		this.at = at;
		this.#interfaces = [...this.#interfaces, ...items.filter((item) => item.kind === 'interface')];
		const packets = items.filter((item) => item.kind === 'packet');
		this.#packets = [...this.#packets, ...packets];
		const [first] = this.#packets;
		this.rows = [...this.rows, ...packets.map((packet) => this.#row(packet, first))];
		for (const item of items) if (item.kind === 'problem') this.#says(`${item.sentence} (at byte ${item.offset.toLocaleString('en')} of the file)`);
	}

	#says(sentence: string): void {
		this.problems = [...this.problems, sentence];
	}

	#row(packet: PacketItem, first: PacketItem | undefined): PacketRow {
		const { protocol, source, destination, summary } = this.#dissected(packet);
		const sinceUs = packet.timeUs === null || first?.timeUs === null || first === undefined ? null : packet.timeUs - first.timeUs;
		return {
			number: packet.index + 1,
			time: sinceUs === null ? '' : secondsOf(sinceUs),
			where: this.interfaceOf(packet),
			protocol: protocol === 'wireguard' ? 'WireGuard' : protocol.toUpperCase(),
			source: source ?? '',
			destination: destination ?? '',
			says: summary,
			fate: null
		};
	}
}
