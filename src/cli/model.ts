/** The model that -1…-9, --kind, --graph and --set name together. */
import { readFile } from 'node:fs/promises';
import { checkGraph, setNetworks, setParam, type Graph } from '../graph/index.js';
import type { CompressOptions } from '../index.js';
import { graphFor, levelOf } from '../models/levels.js';
import { usualText } from '../options.js';
import type { Text } from '../text/texts.js';
import { about, CliError } from './messages.js';
import type { Settings } from './options.js';

/** The part of CompressOptions that says which model codes. */
export type Model = Pick<CompressOptions, 'level' | 'kind' | 'network' | 'graph' | 'text'>;

async function readGraph(path: string): Promise<Graph> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw about('read', path, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CliError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return checkGraph(value);
}

/** The graph itself: a level's (for text, unless --kind says otherwise) or --graph's, with --network and every --set applied. Throws CliError and KolmoError. */
export async function graphOf(settings: Settings): Promise<Graph> {
  const { level, kind } = settings;
  let graph = settings.graph === undefined ? graphFor(levelOf(level), kind === 'auto' ? 'text' : kind) : await readGraph(settings.graph);
  for (const text of settings.set) {
    const at = text.indexOf('=');
    graph = setParam(graph, text.slice(0, at), text.slice(at + 1));
  }
  return settings.network === undefined ? checkGraph(graph) : setNetworks(graph, settings.network);
}

/** The text transform asked for, or the level's: a level's graph stays the level's in this, however it was changed. */
export const textOf = ({ level, graph, text }: Settings): Text | 'auto' => text ?? (graph === undefined ? usualText(level) : 'none');

/** A plain level stays one, so that its archive names the shipped Program. */
export async function modelOf(settings: Settings): Promise<Model> {
  const { level, kind, network, text } = settings;
  if (settings.graph === undefined && settings.set.length === 0) return { level, kind, network, text };
  return { graph: await graphOf(settings), text: textOf(settings) };
}
