import { LINKTYPE } from '../../wire/capture';
import type { LinkType } from '../../wire/dissect';

const LINKS: Readonly<Partial<Record<number, LinkType>>> = {
	[LINKTYPE.ETHERNET]: 'ethernet',
	[LINKTYPE.LOOP]: 'loop',
	[LINKTYPE.NULL]: 'null',
	[LINKTYPE.IPV4]: 'ipv4',
	[LINKTYPE.RAW]: 'ipv4'
};

/** How to take packets of this link type apart, or null when nobody here knows it. */
export const linkOf = (linkType: number): LinkType | null => LINKS[linkType] ?? null;

/** Seconds with six digits, from microseconds. */
export const secondsOf = (timeUs: number): string => (timeUs / 1_000_000).toFixed(6);
