import type { CapturedItem, InterfaceItem, PacketItem } from '../../wire/capture';
import { nameOfLinkType } from '../../wire/capture';
import { dissect, type Dissection } from '../../wire/dissect';
import { SECRETS } from '../../wire/pcapngBlocks';
import { counted } from '../../wire/values';
import { loadPart, PartError } from '../../figures/onDemand/loadPart';
import type { ByteBlock, PacketRow, PacketRows } from '../../figures/packets/rows';
import type { WorkerTask } from '../../session/workerTask';
import type { Envelopes } from './envelopes';
import { blockOf, envelopeTitle, linkOf, NO_ROWS, protocolWord, rowsOf, secondsOf } from './packetRows';
import { readInWorker, type FileEnd } from './readClient';

/** A capture file of the reader's: read beside the page, listed as it comes, never sent anywhere. */
export class FilePackets {
	rows = $state.raw<PacketRows>(NO_ROWS);
	/** What was wrong in the file, a sentence each. */
	problems = $state.raw<readonly string[]>([]);
	/** Bytes read so far. */
	at = $state(0);
	reading = $state(true);
	/** WireGuard key logs of the file, as text. */
	keyLog = $state('');
	#packets: readonly PacketItem[] = [];
	#interfaces: readonly InterfaceItem[] = [];
	#envelopes: Envelopes | null = null;
	readonly #read: WorkerTask<FileEnd>;

	constructor(readonly file: File) {
		this.#read = readInWorker(file, (items, at) => this.#take(items, at));
		this.#read.answer
			.then((end) => {
				const stoppedAt = end?.stoppedAt ?? null;
				if (stoppedAt !== null)
					this.#says(`The file goes on; its first ${stoppedAt.toLocaleString('en')} packets are listed.`);
				else if (this.rows.length === 0 && this.problems.length === 0)
					this.#says('There is no packet in this file; a capture with at least one is wanted.');
			})
			.catch((error: unknown) =>
				this.#says(
					error instanceof PartError
						? error.message
						: 'The file could not be read to its end; a pcapng or pcap file on this device is wanted.'
				)
			)
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

	/** The packet on a line as bytes, and what is in its envelopes where the file has the keys. */
	async blocksOf(row: number): Promise<readonly ByteBlock[]> {
		const packet = this.#packets[row];
		if (!packet) return [];
		const dissected = this.#dissected(packet);
		const block = blockOf(
			`Packet ${packet.index + 1} of ${this.file.name}`,
			onTheWire(packet),
			packet.bytes,
			dissected
		);
		const link = linkOf(this.#linkTypeOf(packet));
		if (block.sealed === null || this.keyLog === '' || link === null) return [block];
		const { Envelopes } = await loadPart('the keys of this envelope', () => import('./envelopes'));
		const envelopes = (this.#envelopes ??= new Envelopes(this.keyLog));
		envelopes.hear(
			this.#packets
				.slice(0, row + 1)
				.flatMap((each) => ((of) => (of ? { bytes: each.bytes, link: of } : []))(linkOf(this.#linkTypeOf(each))))
		);
		return [
			block,
			...envelopes
				.layersOf(packet.bytes, link)
				.map(({ bytes, dissection }, i) => blockOf(envelopeTitle(i), '', bytes, dissection))
		];
	}

	#linkTypeOf({ interface: index }: PacketItem): number {
		return this.#interfaces[index]?.linkType ?? -1;
	}

	#dissected(packet: PacketItem): Dissection {
		const linkType = this.#linkTypeOf(packet);
		const { bytes, originalLength } = packet;
		const link = linkOf(linkType);
		if (link) {
			const found = dissect(bytes, link);
			// Where the capture has cut it, the packet is not to blame.
			return originalLength > bytes.length && found.problem
				? { ...found, problem: { offset: bytes.length, sentence: cutSentence(packet) } }
				: found;
		}
		const sentence = `Packets of ${nameOfLinkType(linkType)} are not taken apart here; those of Ethernet, Linux cooked captures, utun, loopback and bare IP are.`;
		return {
			layers: [],
			payload: { offset: 0, length: bytes.length },
			problem: { offset: 0, sentence },
			protocol: 'other',
			source: null,
			destination: null,
			summary: nameOfLinkType(linkType)
		};
	}

	#take(items: readonly CapturedItem[], at: number): void {
		this.at = at;
		this.#interfaces = [...this.#interfaces, ...items.filter((item) => item.kind === 'interface')];
		this.#packets = [...this.#packets, ...items.filter((item) => item.kind === 'packet')];
		this.rows = rowsOf(this.#packets, this.#row);
		for (const item of items) {
			if (item.kind === 'secrets' && item.secretsType === SECRETS.wireGuard) this.keyLog += `${item.text}\n`;
			if (item.kind === 'problem')
				this.#says(
					item.offset === 0
						? item.sentence
						: `${item.sentence} (at byte ${item.offset.toLocaleString('en')} of the file)`
				);
		}
	}

	#says(sentence: string): void {
		this.problems = [...this.problems, sentence];
	}

	readonly #row = (packet: PacketItem): PacketRow => {
		const [first] = this.#packets;
		const { protocol, source, destination, summary } = this.#dissected(packet);
		const sinceUs =
			packet.timeUs === null || first === undefined || first.timeUs === null ? null : packet.timeUs - first.timeUs;
		return {
			number: packet.index + 1,
			time: sinceUs === null ? '' : secondsOf(sinceUs),
			where: this.interfaceOf(packet),
			protocol: protocolWord(protocol),
			source: source ?? '',
			destination: destination ?? '',
			says: summary,
			info: '',
			fate: null
		};
	};
}

const cutSentence = ({ bytes, originalLength }: PacketItem): string =>
	`The capture has kept the first ${counted(bytes.length, 'byte')} of this packet; on the wire it had ${originalLength}.`;

/** How much of a packet was on the wire, where that is more than what is here. */
const onTheWire = ({ bytes, originalLength }: PacketItem): string =>
	originalLength > bytes.length ? `of ${counted(originalLength, 'byte')} on the wire: the capture cut it` : '';
