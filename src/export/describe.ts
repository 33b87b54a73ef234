/** A model in words, for people who judge what it does: made from the graph, so that it cannot say anything else than what runs. */
import { type Graph, type NodeType, printGraph } from '../graph/index.js';

/** What a type of node does. */
const meanings: { readonly [T in NodeType]: string } = {
  words: 'hashes of the word being read and of those before it',
  classes: 'the recent bytes\' kinds (letter, digit, blank, quote, bracket …), runs counting once: the shape of the text',
  lines: 'the column in the line, the byte above it, how the line began',
  outline: 'labels at heads of lines, and the indentation that they stand under',
  codes: 'where words are codes, the classes of the last ones: codes of one first byte stand for words that are used alike',
  brackets: 'a stack of open brackets, quotes and tags',
  indirect: 'what followed the last one or two bytes before',
  records: 'the length of fixed records, found by counting, and the bytes above and left of the next one',
  instructions: 'where in an x86 instruction the next byte stands',
  fields: 'the field of the line, and the same field of the line before',
  scopes: 'the path of keys or tags, and what stood at that path before',
  match: 'the longest earlier place where the last bytes stood; its next byte is expected, with a probability learned by length and recent misses',
  context: 'a hash of some of the above; what is learned is learned per context',
  slots: 'for each context a bit history per bit of the next byte (a nibble at a time, four slots to a cache line with a check byte), and an adaptive probability for each history',
  recall: 'where each of its contexts last stood; the byte that came there is expected, with a probability learned by how far back the place is and how much it looks like this one',
  rows: 'hashed tables of learned vectors, keyed by contexts and summed: the input of the network',
  dense: 'a layer of weights',
  recurrence: 'a recurrent layer whose gates depend on the input alone',
  attention: 'what the last states have to say',
  lstm: 'a long short-term memory layer',
  norm: 'root-mean-square normalization',
  act: 'an activation function',
  bits: 'the network\'s distribution over the next byte, as a probability for each bit; it learns online, by truncated backpropagation through time',
  mixer: 'gated logistic mixing: a weighted sum of the predictions in the logistic domain; selectors choose which set of weights; each set learns from its own error',
  residual: 'a small network of one hidden layer over every signal before it: what the mean of its inputs still gets wrong',
  apm: 'secondary estimation: corrects a probability by what such probabilities have been worth in a small context',
};

/** Markdown. */
export function describe(graph: Graph, dictionary: boolean): string {
  const types = new Set(graph.nodes.map(({ type }) => type));
  const rows = [...types].map((type) => `- **${type}** (${graph.nodes.filter((node) => node.type === type).length}): ${meanings[type]}.\n`);
  return `# The algorithm

The data are predicted and coded bit by bit. A model gives the probability that the next bit is a one; a binary arithmetic coder with a range of 64 bits
and probabilities of 16 bits spends −log₂ p bits on what came; then every part of the model learns from it. The decoder runs the same
model and so makes the same predictions. Nothing is trained beforehand: all tables begin empty, no weights are brought along${dictionary ? '' : ', no dictionary'},
and there is one pass over the data.${dictionary ? ` Before that, words become codes of one to three bytes, by a dictionary of English words that the
program carries, coded by this very model; capitals become marks, and what is no word of it stays as it is.` : ''} All arithmetic is on integers${types.has('bits') ? ', but for the network\'s, which is on 32-bit floats in one fixed order without fused operations' : ''}, so that every compiler
and CPU makes the same archive.

The model is a graph. What its parts do, and how many there are of each:

${rows.join('')}
The graph, with every parameter:

\`\`\`
${printGraph(graph).trimEnd()}
\`\`\`

The source, kolmo.c, has these parts under the same names (\`stages_model\`, \`update_model\`), each with what it is for; \`kolmo export --comments all\` writes why it is so, too.
`;
}
