import type { Component } from 'svelte';
import type { GroupId } from './groupIds';
import ChapterControls from './groups/ChapterControls.svelte';
import Checker from './groups/Checker.svelte';
import Controls from './groups/Controls.svelte';
import CloseUps from './groups/CloseUps.svelte';
import Details from './groups/Details.svelte';
import EvidencePage from './groups/EvidencePage.svelte';
import FirstScreen from './groups/FirstScreen.svelte';
import Playback from './groups/Playback.svelte';
import Glyphs from './groups/Glyphs.svelte';
import LabControls from './groups/LabControls.svelte';
import Loading from './groups/Loading.svelte';
import Packets from './groups/Packets.svelte';
import Phones from './groups/Phones.svelte';
import Rooms from './groups/Rooms.svelte';
import Runs from './groups/Runs.svelte';
import Statecharts from './groups/Statecharts.svelte';
import Stories from './groups/Stories.svelte';

/** What each part of the playground shows. */
export const GROUPS: Readonly<Record<GroupId, Component<{ id: string }>>> = {
	stages: FirstScreen,
	closeups: CloseUps,
	phones: Phones,
	stories: Stories,
	rooms: Rooms,
	glyphs: Glyphs,
	statecharts: Statecharts,
	playback: Playback,
	runs: Runs,
	packets: Packets,
	details: Details,
	checker: Checker,
	evidence: EvidencePage,
	loading: Loading,
	controls: Controls,
	chapters: ChapterControls,
	lab: LabControls
};
