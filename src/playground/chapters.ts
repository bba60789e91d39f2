import { readChapters, readQuestions } from '../lib/ui/controls/chapters';

const HEADS = import.meta.glob('../../content/chapters/*/index.svx', { eager: true, import: 'metadata' });

/** The chapters of the site, by the heads of their files. */
export const CHAPTERS = readChapters(HEADS);

const QUESTIONS = Object.entries(HEADS).map(([path, head]) => readQuestions(path, head));

/** Every question of every chapter. */
export const questionsOf = (number: number) => QUESTIONS[number] ?? [];
