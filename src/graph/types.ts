/**
 * The model graph: which predictors a model has and how their predictions meet, as plain data that survives JSON.
 * It says WHAT is computed; the arithmetic belongs to the core's ops (docs/format.md), the walk-through is docs/graph.md.
 */

/**
 * log2 of a table's size, following the input's length: clamp(sizeClass + offset, min, max) with
 * sizeClass = ceil(log2(input length)). Bytes for `history` and slots, entries for match, contexts for apm, weight sets for mixers.
 */
export interface Size {
  readonly min: number;
  readonly max: number;
  readonly offset: number;
}

/** The registers of the nodes that write any (words apart, which number theirs), by node type. */
export interface Registers {
  /** The length as a bucket 0..15; the byte that the match expects, 0 without a match. */
  readonly match: 'length' | 'byte';
  /** The recent bytes' kinds, 4 bits each, the latest lowest; a run of letters, digits, blanks or high bytes is one kind. */
  readonly classes: 'history';
  /** Bytes since the line's start, 255 at most; the byte above in the line before; the line's first two bytes, the first one low. */
  readonly lines: 'column' | 'above' | 'first';
  /** The innermost open bracket or quote and, above it, the byte before that; the open byte around it. 0: none. */
  readonly brackets: 'top' | 'second';
  /** The four bytes that last followed the last byte, or the last two, the latest lowest. */
  readonly indirect: 'order1' | 'order2';
  /** The near width (255 at most), the column in it and the far width, 8, 8 and 14 bits, the first one low; around the byte a near and a far width back: itself,
   * left of it, right of it, another width back, 8 bits each; what these make likely if bytes are samples. */
  readonly records: 'period' | 'near' | 'far' | 'guess';
  /** What the next byte is to its instruction, and its opcode; a hash of the instruction's bytes so far; the last four opcodes and the four before; hashes:
   * of the last, second and third last instruction without displacement and immediate, of the last immediate; what this instruction's displacement counts
   * from, 8 bits, and the last bytes of the last three that counted from there. */
  readonly instructions: 'place' | 'instruction' | 'opcodes' | 'older' | 'form' | 'form2' | 'form3' | 'immediate' | 'displaced';
  /** The field's index and the offset in it, 8 bits each; the byte at this offset of the field above, the one after and the one before; hashes: of the field
   * so far, of the field left of it, of the field above. */
  readonly fields: 'field' | 'cell' | 'spelled' | 'left' | 'over';
  /** Hashes: of the innermost scope's name or key, of the one around it, of the whole path; where the next byte stands in its syntax; the two bytes that came here
   * when this path was entered last; hashes: of what came in this path so far, of all that came when it was entered last. */
  readonly scopes: 'scope' | 'outer' | 'path' | 'syntax' | 'again' | 'value' | 'earlier';
  /** Hashes: of the word before the latest ':', '=' or '>', and of the line's first word; words ended in the line, 255 at most; hashes: of the first words of the less
   * indented lines above, and of the line so far. */
  readonly outline: 'label' | 'head' | 'ordinal' | 'parent' | 'prefix';
  readonly codes: 'since' | 'classes';
  /** The byte that the network thinks likeliest; how sure it is, 1..15, and 0 once a bit of the byte was another. */
  readonly bits: 'likeliest' | 'sure';
}

export type RegisterName = Registers[keyof Registers];

/** A piece of coded history. `mask` only where a context reads it; `bits` (the low bits) and `top` (the top bits) only where a selector does. */
export type Field =
  /** The last n bytes, 1..16 (selectors: 1..3, 8·n bits). */
  | { readonly bytes: number }
  /** The i-th last byte, 1..16; `mask` keeps some of its bits (0: the field is constant). */
  | { readonly byte: number; readonly mask?: number; readonly top?: number }
  /** A hash of the current word so far (0), of the word before it (1), … of the words node `of`. */
  | { readonly word: number; readonly of: string; readonly top?: number }
  /** The register `what` of the node `of`, or those of its bits that `mask` keeps, or its low `bits`. */
  | { readonly of: string; readonly what: RegisterName; readonly mask?: number; readonly bits?: number }
  /** The bits of the current byte so far, with a leading 1: 8 bits, selectors only. */
  | { readonly partial: true };

/** Splits history into words and hashes them. Writes no signals; contexts and selectors read it. */
export interface WordsNode {
  readonly id: string;
  readonly type: 'words';
  /** How many words it remembers, the current one included: 1..8. */
  readonly count: number;
  readonly alphabet: 'letters' | 'alnum';
}

/** Sorts bytes into 16 kinds and remembers the last eight: the shape of the text. */
export interface ClassesNode {
  readonly id: string;
  readonly type: 'classes';
}

/** Where in its line the next byte stands, and what stands above it. */
export interface LinesNode {
  readonly id: string;
  readonly type: 'lines';
}

/** Which brackets, quotes and tags are open. */
export interface BracketsNode {
  readonly id: string;
  readonly type: 'brackets';
}

/** What followed the last one or two bytes before. */
export interface IndirectNode {
  readonly id: string;
  readonly type: 'indirect';
}

/** Finds at which distances binary data repeats, and what stands there. */
export interface RecordsNode {
  readonly id: string;
  readonly type: 'records';
}

/** Reads the bytes as x86 machine code. */
export interface InstructionsNode {
  readonly id: string;
  readonly type: 'instructions';
}

/** Splits lines into fields, and finds the same field of the line before. */
export interface FieldsNode {
  readonly id: string;
  readonly type: 'fields';
  /** What a field is: what commas, semicolons, tabs and bars set apart, or a run of letters, digits, `.`, `_` and `-`. */
  readonly unit: 'cell' | 'token';
}

/** Which objects, lists, calls and tags are open, by name: the path to the next byte in JSON, XML and source code. */
export interface ScopesNode {
  readonly id: string;
  readonly type: 'scopes';
}

/** What a text's layout says: the label that a value follows, the line's first word, the less indented lines above. */
export interface OutlineNode {
  readonly id: string;
  readonly type: 'outline';
}

/** Where words are codes: the classes of the last four, by their first bytes, and what has come since. */
export interface CodesNode {
  readonly id: string;
  readonly type: 'codes';
}

/** Follows the longest earlier occurrence of the recent bytes and predicts what came next there. 2 signals. */
export interface MatchNode {
  readonly id: string;
  readonly type: 'match';
  /** Bytes that must agree before it predicts: 1..32. */
  readonly minLength: number;
  /** Its hash table's entries, log2: 8..28. */
  readonly entries: Size;
  /** Its counters' adaptation slows down to 1/limit: 1..1023. */
  readonly limit: number;
}

/** A hash of history under which a slots node keeps statistics. */
export interface ContextNode {
  readonly id: string;
  readonly type: 'context';
  readonly of: readonly Field[];
}

/** One table of bit-history states, shared by its contexts. 1 signal per context. */
export interface SlotsNode {
  readonly id: string;
  readonly type: 'slots';
  /** 1..64 context nodes. */
  readonly contexts: readonly string[];
  /** The table's bytes, log2: 12..30. */
  readonly bytes: Size;
  /** Its probabilities' adaptation slows down to 1/limit: 1..1023. */
  readonly limit: number;
}

/** Finds where each of its contexts last stood, however unlike the place is, and predicts what came next there. 2 signals per context. */
export interface RecallNode {
  readonly id: string;
  readonly type: 'recall';
  /** 1..16 context nodes. */
  readonly contexts: readonly string[];
  /** The table's entries, log2: 8..28. */
  readonly entries: Size;
  /** Its counters' adaptation slows down to 1/limit: 1..1023. */
  readonly limit: number;
}

/** Gated logistic mixing: each selector picks one weight set of its own table. 1 signal per selector. */
export interface MixerNode {
  readonly id: string;
  readonly type: 'mixer';
  /** match, slots, recall, bits, mixer or apm nodes; at most 512 signals together. */
  readonly inputs: readonly string[];
  /** 1..16 selectors of at most 24 bits; an empty one has a single weight set. */
  readonly select: readonly (readonly Field[])[];
  /** How many weight sets each selector's table has at most, log2: 0..22. A selector with more bits is hashed. */
  readonly sets: Size;
  /** Every weight's start, Q14: 0..32767. */
  readonly weight: number;
  /** 0; or each input that says something is weighed by what it says beyond the mean of these, and the mean joins them: the start of its weight, Q14, up to 32767. */
  readonly mean: number;
  /** Learning rates, Q16, 0..4095: a weight set's rate falls from rateMax towards rateMin with its visits. */
  readonly rateMax: number;
  readonly rateMin: number;
  /** How slowly the rate falls, in visits: 1..65535. */
  readonly decay: number;
  /** Errors (16 bits) at or below this train nothing: 0..65535. */
  readonly skip: number;
}

/** Corrects a prediction by what came of like predictions in a context (SSE). 1 signal. */
export interface ApmNode {
  readonly id: string;
  readonly type: 'apm';
  /** match, slots, mixer or apm nodes, averaged in the logistic domain; at most 512 signals together. */
  readonly inputs: readonly string[];
  /** A selector. */
  readonly context: readonly Field[];
  /** How many contexts its table tells apart, log2: 0..22. A selector with more bits is hashed. */
  readonly entries: Size;
  /** Its adaptation slows down to 1/limit: 1..1023. */
  readonly limit: number;
}

/**
 * Foretells what the mean of its inputs still gets wrong, by a small network that hears every signal before it: what two of them say together no mixer
 * weighs. 1 signal.
 */
export interface ResidualNode {
  readonly id: string;
  readonly type: 'residual';
  /** match, slots, recall, bits, mixer or apm nodes whose mean, in the logistic domain, is corrected; at most 512 signals together, and 511 before it. */
  readonly inputs: readonly string[];
  /** Units of the hidden layer: 1..16. */
  readonly hidden: number;
  /** Their weights begin as noise within this, Q14: 0..32767. */
  readonly init: number;
  /** Learning rates of the hidden layer and of the last one, Q19: 0..16383, 0..32767. */
  readonly rate: number;
  readonly rateOut: number;
  /** Errors (16 bits) at or below this train nothing: 0..65535. */
  readonly skip: number;
}

/** Learned vectors kept under hashes of contexts, one of 28 numbers for each, summed: a vector of 32, the last four 0. */
export interface RowsNode {
  readonly id: string;
  readonly type: 'rows';
  /** 1..32 context nodes. */
  readonly contexts: readonly string[];
  /** Learning rate in 2^-24, 0..2^24. */
  readonly rate: number;
  /** A row's n-th update is 1 + boost / n times as fast: 0..255. */
  readonly boost: number;
}

/** Weights times vectors, and a bias: a vector of `width`. */
export interface DenseNode {
  readonly id: string;
  readonly type: 'dense';
  /** rows, dense, recurrence, lstm, norm or act nodes; each has its own matrix. */
  readonly from: readonly string[];
  /** A multiple of 16, up to 1,024. */
  readonly width: number;
  /** 0; or each matrix is a product of two, through one vector of so many numbers: a multiple of 16, up to 1,024. */
  readonly rank: number;
  /** Which blocks of 32 outputs by 16 inputs the matrices have: all, those along the diagonal, or some that a hash chooses. */
  readonly mask: 'none' | 'band' | 'hashed';
  /** How many of them with a mask, in sixteenths: 1..16. */
  readonly kept: number;
  /** Weights begin at random within ±init / 65,536: 0..2^20. */
  readonly init: number;
  /** Learning rate in 2^-24, 0..2^24. */
  readonly rate: number;
}

/** A memory whose gates see only its input, which is the sum of `from`: candidate, forget gate and output gate, a third of the width each. */
export interface RecurrenceNode {
  readonly id: string;
  readonly type: 'recurrence';
  readonly from: readonly string[];
}

/** What the last states have to say: the sum of `from` is a query, a key and a value, a third of the width each; values by how well their keys suit the query. */
export interface AttentionNode {
  readonly id: string;
  readonly type: 'attention';
  readonly from: readonly string[];
  /** How many states it looks at, its own among them: 16..256, a multiple of 16. */
  readonly states: number;
}

/** A memory whose gates see its input and what it said before (LSTM with coupled gates): a vector of `width`. */
export interface LstmNode {
  readonly id: string;
  readonly type: 'lstm';
  readonly from: readonly string[];
  /** As in dense; at most 336, for three gates. */
  readonly width: number;
  readonly init: number;
  readonly rate: number;
}

/** The sum of `from`, divided by the root of its mean square. */
export interface NormNode {
  readonly id: string;
  readonly type: 'norm';
  readonly from: readonly string[];
}

/** A function of each number of the sum of `from`. */
export interface ActNode {
  readonly id: string;
  readonly type: 'act';
  readonly from: readonly string[];
  readonly act: 'tanh' | 'sigmoid' | 'relu';
}

/** How a network's weights are moved by what it learns. */
export interface Training {
  /** A weight moves by its gradient over the root of its row's mean square (an average over updates), or by the gradient itself; times the rate. */
  readonly optimizer: 'rmsprop' | 'sgd';
  /** The root of a row's mean square of gradients is at most clip / 65,536, by scaling them all; 0: as large as it is. 0..2^24 */
  readonly clip: number;
  /** How rates fall with the bytes b that were learned beyond `after`: as 1 - b / over, or as the root of over / (over + b). */
  readonly schedule: 'constant' | 'linear' | 'root';
  /** In KiB: 0..2^24; 1..2^24. */
  readonly after: number;
  readonly over: number;
  /** What is left of a rate at least, in 1/256: 0..255. */
  readonly least: number;
  /** Windows that an update waits before it is made, 0..4; by weights of then, for what was computed in its own time. */
  readonly delay: number;
  /** Windows before the one learned that are predicted and learned once more, 0..4: the work of as many networks more. */
  readonly replay: number;
  /** Windows that gradients go back through, 1..4: the one learned and those before it, which learn from what comes out of it through recurrences and lstms. */
  readonly credit: number;
  /** How often windows become twice as long until they are as long as `window`, which this many halvings must leave whole: 0..6. Short windows learn new data faster, long ones take less time. */
  readonly doublings: number;
  /** log2 of how many windows there are of each length before: 0..24. */
  readonly between: number;
}

/** The register `what` of the node `of`, or its low `bits`, is less than `below`: 1..2^24. */
export interface Condition {
  readonly of: string;
  readonly what: RegisterName;
  readonly bits?: number;
  readonly below: number;
}

/** The end of a network: softmax over 256 logits, or by nibbles over 16 and then over 16 of 256, the next bit's probability out of it, and how all that leads here is trained. 2 signals. */
export interface BitsNode {
  readonly id: string;
  readonly type: 'bits';
  /** dense nodes of width 256, summed; or of 272: logits of the high nibble, then of the low one after each high one. Nothing but bits may read them. */
  readonly from: readonly string[];
  /** Bytes of the table that all the network's rows share, log2: 12..30. */
  readonly rows: Size;
  /** What the forward products are computed in. */
  readonly precision: 'int8' | 'fp32';
  /** Bytes between two updates, and as far as gradients go back with a credit of 1, when they have stopped growing: 1..64. */
  readonly window: number;
  /** Windows until the full learning rate: 1..65535. */
  readonly warm: number;
  /** An output's error is a whole number of 1/steps: 1..127. */
  readonly steps: number;
  /** The average of squared gradients moves by 2^-decay: 1..24. */
  readonly decay: number;
  /** 2^-epsilon is added to their root: 1..40. */
  readonly epsilon: number;
  readonly train: Training;
  /** Other bytes are none of the network's: it says nothing of them, and its vectors stay as they are. */
  readonly when: 'always' | Condition;
}

export type Node =
  | WordsNode
  | ClassesNode
  | LinesNode
  | BracketsNode
  | IndirectNode
  | RecordsNode
  | InstructionsNode
  | FieldsNode
  | ScopesNode
  | OutlineNode
  | CodesNode
  | MatchNode
  | ContextNode
  | SlotsNode
  | RecallNode
  | MixerNode
  | ApmNode
  | ResidualNode
  | RowsNode
  | DenseNode
  | RecurrenceNode
  | AttentionNode
  | LstmNode
  | NormNode
  | ActNode
  | BitsNode;
export type NodeType = Node['type'];
export type NodeOf<T extends NodeType> = Extract<Node, { readonly type: T }>;

export interface Graph {
  readonly name: string;
  /** The ring of past bytes, log2: 10..30. */
  readonly history: Size;
  readonly nodes: readonly Node[];
  /** Nodes whose signals, averaged in the logistic domain, are the prediction. */
  readonly output: readonly string[];
}
