import { and, setup } from 'xstate';
import { because, cancelConnection, messageTo, modelActions, post, sendPacket } from './actions';
import type { ModelEvent } from './events';
import type { Knobs } from './knobs';
import { PIECE_REQUEST } from './packets';
import { repaired, repairsOf, type Repairable } from './repairs';
import type { StateTag } from './tags';
import { DOWNLOAD_PIECES, INSTALL_MS, PIECE_TIMEOUT_MS, RETRY_UPDATE_MS, UPDATE_DECIDES_MS } from './timings';

interface UpdaterContext extends Repairable {
	readonly source: Knobs['updateSource'];
	/** Pieces of the new app that have arrived. */
	readonly pieces: number;
}

const builder = setup({
	types: { context: {} as UpdaterContext, events: {} as ModelEvent, input: {} as Knobs, tags: {} as StateTag },
	actions: modelActions,
	guards: {
		'Xcode asks': ({ event }) => event.type === 'update.request' && event.source === 'xcode',
		'that was the last piece': ({ context }) => context.pieces + 1 >= DOWNLOAD_PIECES,
		'the App Store tries again': ({ event }) => event.type === 'outcome' && event.value,
		'the download comes first': ({ context }) => repaired(context, 'downloadFirst'),
		'the app is told before it is replaced': ({ context }) => repaired(context, 'toldBefore'),
		'all pieces are here': ({ context }) => context.pieces >= DOWNLOAD_PIECES,
		'automatic updates are off': ({ context }) => repaired(context, 'manualUpdates')
	},
	delays: { decide: UPDATE_DECIDES_MS, install: INSTALL_MS, retry: RETRY_UPDATE_MS, pieceTimeout: PIECE_TIMEOUT_MS }
});
const { assign } = builder;

const asksForPiece = sendPacket(PIECE_REQUEST);
const givesUpPiece = cancelConnection(PIECE_REQUEST);
const appRemoved = { target: 'cancelled', actions: [because('update.appGone'), givesUpPiece] };
const cancelled = [
	{
		guard: 'the download comes first' as const,
		target: 'cancelled',
		actions: [because('repair.cancelledInTime'), givesUpPiece]
	},
	{
		target: 'cancelled',
		actions: [
			because('update.cancelled'),
			givesUpPiece,
			post([messageTo('mainApp', { type: 'app.restore' }), messageTo('sessionManager', { type: 'update.cancelled' })])
		]
	}
] as const;
const countsPiece = assign({ pieces: ({ context }: { context: UpdaterContext }) => context.pieces + 1 });

const stopsTunnel = post([
	messageTo('mainApp', { type: 'app.replace' }),
	messageTo('sessionManager', { type: 'update.stopTunnel' })
]);
const tellsApp = post(messageTo('mainApp', { type: 'update.announced' }));

const arrives = [
	{
		guard: and(['that was the last piece', 'the download comes first', 'the app is told before it is replaced']),
		target: 'tellingApp',
		actions: [because('repair.tellsApp'), countsPiece, tellsApp]
	},
	{
		guard: and(['that was the last piece', 'the download comes first']),
		target: 'stoppingOldTunnel',
		actions: [because('repair.stopsTunnelLate'), countsPiece, stopsTunnel]
	},
	{
		guard: 'that was the last piece' as const,
		target: 'installing',
		actions: [because('update.downloaded'), countsPiece]
	},
	{ target: 'downloading', reenter: true, actions: [because('update.pieceArrives'), countsPiece, asksForPiece] }
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
		'update.request': [
			{ guard: 'Xcode asks', target: '.requested', actions: [because('update.beginsFromXcode'), startsOver] },
			{ target: '.requested', actions: [because('update.begins'), startsOver] }
		],
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
			tags: ['updating'],
			after: { retry: { target: 'requested', actions: [because('update.retries')] } },
			on: { 'app.remove': appRemoved, reboot: asksAgain }
		},
		requested: {
			tags: ['updating', 'updateStarted'],
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
			tags: ['repair', 'updating', 'updateStarted'],
			on: {
				'update.appReady': { target: 'stoppingOldTunnel', actions: [because('update.stopsTunnel'), stopsTunnel] },
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		stoppingOldTunnel: {
			tags: ['updating', 'updateStarted'],
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
			tags: ['updating', 'updateStarted'],
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
			tags: ['updating', 'updateStarted'],
			on: {
				'connection.ready': { target: 'downloading', actions: [because('update.goesOn')] },
				'cancel.tap': cancelled,
				'app.remove': appRemoved,
				reboot: asksAgain
			}
		},
		installing: {
			tags: ['updating', 'updateStarted'],
			after: {
				install: {
					target: 'relaunching',
					actions: [
						because('update.installed'),
						post([
							messageTo('mainApp', { type: 'app.install' }),
							messageTo('sessionManager', { type: 'update.installed' })
						])
					]
				}
			},
			on: { reboot: asksAgain, 'app.remove': appRemoved }
		},
		relaunching: {
			tags: ['updating', 'updateStarted'],
			on: {
				'update.relaunched': { target: 'done', actions: [because('update.done')] },
				reboot: { target: 'done', actions: [because('update.rebootInstalled')] }
			}
		},
		done: {},
		cancelled: {}
	}
});
