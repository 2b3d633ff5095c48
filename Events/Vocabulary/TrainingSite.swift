/// Where a training takes place.
public enum TrainingSite: String, CaseIterable, Hashable, Sendable {
  /// At the training body’s.
  case premises
  /// At the employer’s.
  case inCompany
}

extension TrainingSite: ClosedWord {
  public static var kind: String { "training site" }
}
