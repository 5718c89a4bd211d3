/** A text, and a second one where the model reads pairs. */
export interface ClassifierInput {
  text: string;
  pair?: string;
}

/** A sequence classifier that runs on this machine. */
export interface Classifier {
  /** Names of the outputs, in their order. */
  readonly labels: readonly string[];
  /** Logits for each input. */
  classify(inputs: readonly ClassifierInput[]): Promise<number[][]>;
}
