import { captureOf } from '$lib/capture/runCapture';
import { LESSON_CAPTURES, lessonRun } from '$lib/scenarios/lessons';
import { writeCapture } from '$lib/wire/pcapng';
import { error } from '@sveltejs/kit';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () => Object.keys(LESSON_CAPTURES).map((name) => ({ name }));

/** A capture that a lesson is about, made while building from the run of this version of the model. */
export const GET = ({ params: { name } }: { params: { name: string } }) => {
	if (!Object.hasOwn(LESSON_CAPTURES, name)) error(404, 'There is no such capture.');
	const bytes = new Uint8Array(writeCapture(captureOf(lessonRun(name as keyof typeof LESSON_CAPTURES))));
	return new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } });
};
