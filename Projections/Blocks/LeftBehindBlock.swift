public import Events

/// A block held in a candidacy completed that no correspondence brings over.
public struct LeftBehindBlock: Hashable, Sendable {
  /// The candidacy in which it is held.
  public let candidacy: CandidacyID
  /// The certification of ``candidacy``; nil if its enrolment was annulled.
  public let certification: CertificationCode?
  public let block: BlockCode

  init(_ held: HeldBlock) {
    candidacy = held.holder
    certification = held.certification
    block = held.block
  }

  var json: JSONValue {
    [
      "candidacy": .string(candidacy.text),
      "certification": .orNull(certification) { .string($0.text) },
      "block": .string(block.text),
    ]
  }
}

extension BlockSource {
  var json: JSONValue {
    [
      "basis": .string(basis.rawValue),
      "candidacy": .orNull(candidacy) { .string($0.text) },
      "certification": .orNull(certification) { .string($0.text) },
      "block": .orNull(block) { .string($0.text) },
      "jury": .orNull(jury) { .string($0.text) },
      "on": .orNull(on) { .string($0.description) },
      "document": .orNull(document) { .string($0.text) },
      "authority": .orNull(authority) { .string($0.text) },
    ]
  }
}
