/** Who reads: the owner, a partner with a grant, or the operator who runs the machine (from the command line). */
export type Viewer =
  | { readonly as: 'owner' | 'partner'; readonly personId: string }
  | { readonly as: 'operator' };
