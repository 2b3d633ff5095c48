public import Events

/// A grant to be made, checked.
public struct AccessRequest: Hashable, Sendable {
  public let who: RecorderID
  public let role: Role
  /// The last day, included, in Paris; nil: until it is revoked.
  public let until: CalendarDate?
  /// Whether answers name persons without being asked to.
  public let showsNames: Bool
  public let mayWaive: Bool

  /// Why a grant cannot be asked for.
  public enum Refusal: Error, Hashable, CaseIterable, Sendable {
    /// An auditor sees ids only.
    case namesForAuditor
    /// Only an administrator may waive.
    case waiverWithoutAdministrator
    /// The last day is before the day on which it is granted.
    case past
  }

  /// - Parameter today: the day on which it is granted, in Paris.
  /// - Throws: ``Refusal``.
  public init(
    who: RecorderID, role: Role, until: CalendarDate? = nil, showsNames: Bool = false,
    mayWaive: Bool = false, on today: CalendarDate
  ) throws(Refusal) {
    if let until, until < today { throw .past }
    try Self.check(role, showsNames: showsNames, mayWaive: mayWaive)
    self.who = who
    self.role = role
    self.until = until
    self.showsNames = showsNames
    self.mayWaive = mayWaive
  }

  /// - Throws: ``Refusal`` for what a role cannot have.
  static func check(_ role: Role, showsNames: Bool, mayWaive: Bool) throws(Refusal) {
    if showsNames, role == .auditor { throw .namesForAuditor }
    if mayWaive, role != .administrator { throw .waiverWithoutAdministrator }
  }
}

extension AccessRequest.Refusal {
  public var text: Text {
    switch self {
    case .namesForAuditor:
      Text(
        "un auditeur ne voit que des identifiants ; qui a besoin des noms est chargé de VAE",
        "an auditor sees ids only; someone who needs names is an officer")
    case .waiverWithoutAdministrator:
      Text(
        "seul un administrateur peut déroger à une règle", "only an administrator may waive a rule")
    case .past: Text("ce jour est passé", "this day is past")
    }
  }
}
