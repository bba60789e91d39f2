import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import type { ModelEvent } from './events';
import type { Knobs } from './knobs';
import type { Packet } from './packets';
import { repaired, repairsOf, type Repairable } from './repairs';
import { DOWNLOAD_PIECES, INSTALL_MS, IPC_MS, PIECE_TIMEOUT_MS, RETRY_UPDATE_MS, UPDATE_DECIDES_MS } from './timings';

export interface UpdaterContext extends Repairable {
	readonly source: Knobs['updateSource'];
	/** Pieces of the new app that have arrived. */
	readonly pieces: number;
}

const builder = setup({
	types: { context: {} as UpdaterContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'that was the last piece': ({ context }) => context.pieces + 1 >= DOWNLOAD_PIECES,
		'the App Store tries again': ({ event }) => event.type === 'outcome' && event.value,
		'the download comes first': ({ context }) => repaired(context, 'downloadFirst'),
		'the last piece is here before the tunnel stops': ({ context }) =>
			repaired(context, 'downloadFirst') && context.pieces + 1 >= DOWNLOAD_PIECES,
		'that was the last piece, and the app is to be told': ({ context }) =>
			repaired(context, 'downloadFirst') && repaired(context, 'toldBefore') && context.pieces + 1 >= DOWNLOAD_PIECES,
		'the app is told before it is replaced': ({ context }) => repaired(context, 'toldBefore'),
		'all pieces are here': ({ context }) => context.pieces >= DOWNLOAD_PIECES,
		'automatic updates are off': ({ context }) => repaired(context, 'manualUpdates')
	},
	delays: { decide: UPDATE_DECIDES_MS, install: INSTALL_MS, retry: RETRY_UPDATE_MS, pieceTimeout: PIECE_TIMEOUT_MS }
});
const { assign } = builder;

const PIECE: Packet = {
	protocol: 'tcp',
	purpose: 'download',
	sender: 'appStoreUpdater',
	destination: 'apple',
	segment: 'request'
};

const to = (component: Post['to'], event: ModelEvent): Post => ({ to: component, event, delayMs: IPC_MS });
const asksForPiece = { type: 'post' as const, params: to('kernelRouter', { type: 'packet.send', packet: PIECE }) };
const givesUp = {
	type: 'post' as const,
	params: [
		to('kernelRouter', { type: 'connection.cancel', packet: PIECE }),
		to('mainApp', { type: 'app.restore' }),
		to('sessionManager', { type: 'update.cancelled' })
	]
};
const appRemoved = {
	target: 'cancelled',
	actions: [
		because('update.appGone'),
		{ type: 'post' as const, params: to('kernelRouter', { type: 'connection.cancel', packet: PIECE }) }
	]
};
const cancelled = [
	{
		guard: 'the download comes first' as const,
		target: 'cancelled',
		actions: [
			because('repair.cancelledInTime'),
			{ type: 'post' as const, params: to('kernelRouter', { type: 'connection.cancel', packet: PIECE }) }
		]
	},
	{ target: 'cancelled', actions: [because('update.cancelled'), givesUp] }
] as const;
const nextPiece = assign({ pieces: ({ context }: { context: UpdaterContext }) => context.pieces + 1 });

const stopsTunnel = {
	type: 'post' as const,
	params: [to('mainApp', { type: 'app.replace' }), to('sessionManager', { type: 'update.stopTunnel' })]
};
const tellsApp = { type: 'post' as const, params: to('mainApp', { type: 'update.announced' }) };

const arrives = [
	{
		guard: 'that was the last piece, and the app is to be told' as const,
		target: 'tellingApp',
		actions: [because('repair.tellsApp'), nextPiece, tellsApp]
	},
	{
		guard: 'the last piece is here before the tunnel stops' as const,
		target: 'stoppingOldTunnel',
		actions: [because('repair.stopsTunnelLate'), nextPiece, stopsTunnel]
	},
	{
		guard: 'that was the last piece' as const,
		target: 'installing',
		actions: [because('update.downloaded'), nextPiece]
	},
	{ target: 'downloading', reenter: true, actions: [because('update.pieceArrives'), nextPiece, asksForPiece] }
] as const;

const startsOver = assign({ pieces: 0 });
const asksAgain = [
	{ guard: 'automatic updates are off' as const, target: 'idle', actions: [because('repair.noRetry'), startsOver] },
	{
		target: 'idle',
		actions: [
			because('update.rebootUnfinished'),
			startsOver,
			{ type: 'ask' as const, params: { outcome: 'retryAfterReboot' as const } }
		]
	}
] as const;

/** Finds, downloads, installs and relaunches (C28, C30). */
export const appStoreUpdater = builder.createMachine({
	id: 'appStoreUpdater',
	initial: 'idle',
	context: ({ input }) => ({ source: input.updateSource, pieces: 0, ...repairsOf(input) }),
	on: {
		'update.request': {
			target: '.requested',
			actions: [because('update.begins'), assign({ pieces: 0 })]
		},
		'app.remove': { actions: [because('update.nothingLeft')] },
		'cancel.tap': { actions: [because('update.nothingToCancel')] },
		'packet.receive': { actions: [because('update.tooLate')] },
		'update.tunnelStopped': { actions: [because('update.stoppedTooLate')] },
		'update.appReady': { actions: [because('repair.nobodyAsked')] },
		reboot: { actions: [because('update.rebootIdle')] }
	},
	states: {
		idle: {
			on: {
				outcome: [
					{ guard: 'the App Store tries again', target: 'retryingLater', actions: [because('update.willRetry')] },
					{ actions: [because('update.noRetry')] }
				]
			}
		},
		retryingLater: {
			after: { retry: { target: 'requested', actions: [because('update.retries')] } },
			on: { 'app.remove': appRemoved, reboot: asksAgain }
		},
		requested: {
			after: {
				decide: [
					{
						guard: 'the download comes first',
						target: 'downloading',
						actions: [because('repair.downloadsFirst'), asksForPiece]
					},
					{
						guard: 'the app is told before it is replaced',
						target: 'tellingApp',
						actions: [because('repair.tellsApp'), tellsApp]
					},
					{ target: 'stoppingOldTunnel', actions: [because('update.stopsTunnel'), stopsTunnel] }
				]
			},
			on: {
				'cancel.tap': { target: 'cancelled', actions: [because('update.cancelledEarly')] },
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		tellingApp: {
			tags: ['repair'],
			on: {
				'update.appReady': { target: 'stoppingOldTunnel', actions: [because('update.stopsTunnel'), stopsTunnel] },
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		stoppingOldTunnel: {
			on: {
				'update.tunnelStopped': [
					{ guard: 'all pieces are here', target: 'installing', actions: [because('repair.installs')] },
					{ target: 'downloading', actions: [because('update.downloads'), asksForPiece] }
				],
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		downloading: {
			on: {
				'packet.receive': arrives,
				'connection.waiting': { target: 'waitingForConnectivity', actions: [because('update.waits')] },
				'send.error': { actions: [because('update.noRoute')] },
				'cancel.tap': cancelled,
				'app.remove': appRemoved,
				reboot: asksAgain
			},
			after: {
				pieceTimeout: { target: 'downloading', reenter: true, actions: [because('update.asksAgain'), asksForPiece] }
			}
		},
		waitingForConnectivity: {
			on: {
				'connection.ready': { target: 'downloading', actions: [because('update.goesOn')] },
				'cancel.tap': cancelled,
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		installing: {
			after: {
				install: {
					target: 'relaunching',
					actions: [
						because('update.installed'),
						{
							type: 'post',
							params: [to('mainApp', { type: 'app.install' }), to('sessionManager', { type: 'update.installed' })]
						}
					]
				}
			},
			on: { reboot: asksAgain, 'app.remove': appRemoved }
		},
		relaunching: {
			on: {
				'update.relaunched': { target: 'done', actions: [because('update.done')] },
				reboot: { target: 'done', actions: [because('update.rebootInstalled')] }
			}
		},
		done: {},
		cancelled: {}
	}
});
