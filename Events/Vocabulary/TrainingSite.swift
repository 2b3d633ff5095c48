/// The site of a training.
public enum TrainingSite: String, CaseIterable, Hashable, Sendable {
  /// On the premises of the training body.
  case premises
  /// At the employer.
  case inCompany
}

extension TrainingSite: ClosedWord {
  public static var kind: String { "training site" }
}
