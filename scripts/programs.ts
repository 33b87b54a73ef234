/**
 * Writes native/programs/programs.c and rendered.h: the Program bytes of every level, which the core finds by their hash, and the
 * update functions rendered from them. Decoding never
 * runs lower(), so these bytes, not the models, are what keeps an archive readable.
 * Run from the project's root: npm run programs
 */
import { writeFileSync } from 'node:fs';
import { programsSource } from './programs-source.js';

const { programs, rendered } = programsSource();
writeFileSync('native/programs/programs.c', programs);
writeFileSync('native/programs/rendered.h', rendered);
