internal import AcquisLedger
public import EventLog
public import Events
internal import Projections

/// The certifications of a ledger with their blocks: what codes and words of a sheet can mean.
public struct KnownFrameworks: Sendable {
  public struct Framework: Hashable, Sendable {
    public let certification: CertificationCode
    public let title: String
    public let register: Register
    /// By code, in the framework's order, with every title.
    public let blocks: [(code: BlockCode, titles: [String])]

    public static func == (left: Framework, right: Framework) -> Bool {
      left.certification == right.certification
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(certification) }
  }

  /// By code.
  public let frameworks: [Framework]

  public init(_ registrations: [CertificationRegistered]) {
    frameworks = registrations.map { registration in
      Framework(
        certification: registration.certification, title: registration.title.text,
        register: registration.register,
        blocks: registration.blocks.elements.map { block in
          let others = registration.aliases?.elements.filter { $0.code == block.code } ?? []
          return (block.code, [block.title.text] + others.map(\.title.text))
        })
    }.sorted { $0.certification < $1.certification }
  }

  /// Those of a ledger, annulled ones left out.
  ///
  /// - Throws: ``LogFailure``.
  public init(in log: any EventLog) throws {
    let timeless = try log.timelessFacts(through: log.head().last)
    self.init(timeless.frameworks.values.map(\.registration))
  }

  public subscript(_ code: CertificationCode) -> Framework? {
    frameworks.first { $0.certification == code }
  }
}
