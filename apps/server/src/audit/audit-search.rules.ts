/** What to search for. Everything given must hold. */
export interface AuditFilter {
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly personIds?: readonly string[] | undefined;
  readonly teamId?: string | undefined;
  readonly appId?: string | undefined;
  /** As `tsqueriesOf` makes them: all must hold. */
  readonly words?: readonly string[] | undefined;
  /** Pieces of the record's own text; of each group one must be there. An empty group finds nothing. */
  readonly containing?: readonly (readonly string[])[] | undefined;
  /** Records after this one. */
  readonly afterSequence?: number | undefined;
  /** Records up to this one, so that a search stays what it was while the log grows. */
  readonly upToSequence?: number | undefined;
}

export interface AuditKey {
  readonly moment: string;
  readonly sequence: number;
}

/** A search as people make it. */
export interface AuditSearch extends Omit<AuditFilter, "words"> {
  /** Words that must all be in a record, each by its beginning, whatever their case and accents. */
  readonly text?: string | undefined;
}
