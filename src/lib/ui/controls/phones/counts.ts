import type { PhoneVerdict } from '../../../check/phoneVerdict';
import { answering, queryOf, WHOLE, type View } from './phoneView';

type Filters = View['filters'];

const KEPT_TOGETHER = { noLeak: 'holds', noLockout: 'holds', updateCompletes: 'holds' } as const satisfies Filters;
const PROTECTED = {
	includeAllNetworks: 'true',
	excludeLocalNetworks: 'false',
	onDemand: 'true'
} as const satisfies Filters;

/** What the prose counts in the table of phones: those that a view shows, among those of a wider one. */
const COUNTED_VIEWS = {
	/** With the flag on, phones that leak nevertheless. */
	flagOnLeaks: { among: { includeAllNetworks: 'true' }, asks: { noLeak: 'fails' } },
	/** With the flag on, on-demand on and the local network inside the tunnel, those that leak. */
	protectedLeaks: { among: PROTECTED, asks: { noLeak: 'fails' } },
	flagOffLeaks: { among: { includeAllNetworks: 'false' }, asks: { noLeak: 'fails' } },
	/** Phones that leak nothing. */
	tight: { among: {}, asks: { noLeak: 'holds' } },
	/** Of those, the ones that can be locked out. */
	tightLocked: { among: { noLeak: 'holds' }, asks: { noLockout: 'fails' } },
	wayOut: { among: {}, asks: { wayOut: 'holds' } },
	/** What the smallest repair has to keep, kept by settings alone. */
	kept: { among: {}, asks: KEPT_TOGETHER }
} as const satisfies Record<string, { readonly among: Filters; readonly asks: Filters }>;

export type CountId = keyof typeof COUNTED_VIEWS;
/** @internal for its tests */
export const COUNT_IDS = Object.keys(COUNTED_VIEWS) as CountId[];

/** So many phones of so many, and the query under which the table shows them. */
export interface Count {
	readonly phones: number;
	readonly of: number;
	readonly query: string;
}

/** Counts the phones of the table. The numbers in the prose come from here, so that none of them can be out of date. */
export const countsIn = (phones: readonly PhoneVerdict[]): Readonly<Record<CountId, Count>> =>
	Object.fromEntries(
		COUNT_IDS.map((id): [CountId, Count] => {
			const { among, asks } = COUNTED_VIEWS[id];
			const all = answering({ filters: among }, phones);
			const view = { ...WHOLE, filters: { ...among, ...asks } };
			return [id, { phones: answering(view, all).length, of: all.length, query: queryOf(view) }];
		})
	) as Record<CountId, Count>;
