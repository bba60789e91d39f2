import { WireError } from './errors';
import { type Field, type Layer } from './fields';
import { counted, field } from './values';

/** A packet taken apart: what an inspector shows. */
export interface Dissection {
	/** From the outermost to the innermost. */
	readonly layers: readonly Layer[];
	/** What the innermost header of Ethernet, IP, ICMP, TCP or UDP carries, a message of DNS, DHCP or WireGuard too; in bytes, from the packet’s beginning. */
	readonly payload: { readonly offset: number; readonly length: number };
	/** The first thing in the packet that makes no sense, and where, in bytes from the packet’s beginning. A wrong checksum is none: systems let their network cards fill it in. */
	readonly problem: { readonly offset: number; readonly sentence: string } | null;
	readonly protocol: 'arp' | 'icmp' | 'icmpv6' | 'tcp' | 'udp' | 'wireguard' | 'dns' | 'dhcp' | 'other';
	/** Addresses of IP, or else of Ethernet, or null. */
	readonly source: string | null;
	readonly destination: string | null;
	/** One line: “Echo request, id 757, sequence 1”. */
	readonly summary: string;
}

/** Characters of a printable payload that are shown. */
const SHOWN = 60;

/** A dissection that is being made, and how far it has come. */
export class Draft {
	protocol: Dissection['protocol'] = 'other';
	source: string | null = null;
	destination: string | null = null;
	summary = '';
	/** What has not been taken apart yet: from here to there, in bytes from the packet’s beginning. */
	at = 0;
	end: number;
	readonly #layers: Layer[] = [];
	#payload: Dissection['payload'] | null = null;
	#problem: Dissection['problem'] = null;

	constructor(readonly bytes: Uint8Array) {
		this.end = bytes.length;
	}

	get rest(): Uint8Array {
		return this.bytes.subarray(this.at, this.end);
	}

	/** What a layer says of the whole packet; a layer further in says it more exactly. */
	say({ source, destination }: { readonly source: string; readonly destination: string }, summary: string): void {
		this.source = source;
		this.destination = destination;
		this.summary = summary;
	}

	/** The next bytes are this layer. */
	enter(name: string, source: string, length: number, fields: readonly Field[]): void {
		this.#layers.push({ name, source, offset: this.at, length, fields });
		this.at += length;
	}

	/** What is left is payload, whoever understands it. */
	carry(): void {
		this.#payload = { offset: this.at, length: this.end - this.at };
	}

	/** Only the first problem is told: others mostly follow from it. */
	note(offset: number, sentence: string): void {
		this.#problem ??= { offset, sentence };
	}

	/** What came of a step; undefined, with its problem noted, when the bytes were not what they should be. `base` is where it counts offsets from. */
	attempt<T>(step: () => T, base = this.at): T | undefined {
		try {
			return step();
		} catch (error) {
			if (!(error instanceof WireError)) throw error;
			this.note(base + error.offset, error.message);
			return undefined;
		}
	}

	/** With what is left as a last layer. */
	finish(): Dissection {
		const payload = this.#payload ?? { offset: this.at, length: this.end - this.at };
		if (this.at < this.end) this.enter('Data', '', this.end - this.at, [dataField(this.rest)]);
		const { protocol, source, destination } = this;
		const summary = this.summary || `Not a packet: ${counted(this.bytes.length, 'byte')}`;
		return { layers: this.#layers, payload, problem: this.#problem, protocol, source, destination, summary };
	}
}

function dataField(bytes: Uint8Array): Field {
	const length = counted(bytes.length, 'byte');
	const text = printable(bytes);
	if (text === null) return field('Data', [0, bytes.length], length, 'What is carried, as bytes.');
	return field(
		'Data',
		[0, bytes.length],
		`${length}: “${text}”`,
		'What is carried; every byte of it is printable text, readable for everybody who sees the packet.'
	);
}

/** The first characters of bytes that are all printable ASCII or ends of lines; null for others. */
function printable(bytes: Uint8Array): string | null {
	if (!bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09))
		return null;
	const text = String.fromCharCode(...bytes.subarray(0, SHOWN));
	const line = text.replace(/[\r\n\t]/g, (character) => ({ '\r': '\\r', '\n': '\\n' })[character] ?? '\\t');
	return bytes.length > SHOWN ? `${line}…` : line;
}
