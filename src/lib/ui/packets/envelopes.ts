import { type Dissection, type LinkType } from '../../wire/dissect';
import { Opener } from '../../wire/opener';
import { dissectPlaintext } from '../../wire/plaintext';

/** Envelopes in envelopes that are looked into: more than anybody packs. */
const DEEPEST = 8;

/** The envelopes of a file that has keys in it. Loaded with the first envelope that is looked at, for the cipher comes with it. */
export class Envelopes {
	readonly #opener: Opener;
	#heard = 0;

	constructor(keyLog: string) {
		this.#opener = new Opener(keyLog);
	}

	/** Takes in the packets of the file up to some packet, in order; those that it has heard already are passed over. */
	hear(packets: readonly { readonly bytes: Uint8Array; readonly link: LinkType }[]): void {
		for (const { bytes, link } of packets.slice(this.#heard)) this.#opener.hear(bytes, link);
		this.#heard = Math.max(this.#heard, packets.length);
	}

	/** What is under each seal of a packet that can be opened, outermost first, with its padding. */
	layersOf(packet: Uint8Array, link: LinkType): { readonly bytes: Uint8Array; readonly dissection: Dissection }[] {
		const layers: { bytes: Uint8Array; dissection: Dissection }[] = [];
		let next = this.#opener.open(packet, link);
		while (next && next.length > 0 && layers.length < DEEPEST) {
			layers.push({ bytes: next, dissection: dissectPlaintext(next) });
			next = this.#opener.open(next, 'ipv4');
		}
		return layers;
	}
}
