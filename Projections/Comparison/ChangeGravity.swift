/// How serious a change between two states of knowledge is. This is the order in which changes are
/// shown; the most serious first.
///
/// Subjects come in the order of their most serious change, then by kind and id; within a subject,
/// changes come by gravity, then by field.
public enum ChangeGravity: Int, CaseIterable, Hashable, Comparable, Sendable {
  /// Something that a person held is gone (an award, a certificate, a block, a candidacy that held
  /// one of them), or an entry is to be reviewed that was not.
  case lost
  /// A status or a window is worse, a declaration is rejected or late, a rule is broken that was
  /// not, a jury was cancelled or annulled, something that was known is known no more.
  case worsened
  /// Something is otherwise: a person's id, a pathway, the day or the jury of a block.
  case altered
  /// A status or a window is better, a block is held, something is known that was not, a rule is no
  /// longer broken.
  case improved
  /// A count or a statistic, which follows from other changes.
  case figures
  /// The same answer rests on other entries.
  case grounds

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
