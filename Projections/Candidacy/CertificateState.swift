public import Events

/// A certificate of a candidacy, whole or partial.
public struct CertificateState: Hashable, Sendable {
  public let number: CertificateNumber
  /// The day it was issued or reissued under this number.
  public let issuedOn: CalendarDate
  /// The blocks of a partial certificate; nil for one of the whole certification.
  public let blocks: [BlockCode]?
  /// The number that replaced it; nil if none did.
  public let replacedBy: CertificateNumber?
  /// The days on which a second copy was given.
  public let duplicatedOn: [CalendarDate]

  init(_ record: CertificateRecord) {
    number = record.number
    issuedOn = record.moment.day
    blocks = record.blocks
    replacedBy = record.replacedBy
    duplicatedOn = record.duplicatedOn
  }

  /// The members that do not apply are left out.
  var json: JSONValue {
    var members: [JSONMember] = [
      .init("number", .string(number.text)),
      .init("issuedOn", .string(issuedOn.description)),
    ]
    if let blocks { members.append(.init("blocks", .list(blocks.map { .string($0.text) }))) }
    if let replacedBy { members.append(.init("replacedBy", .string(replacedBy.text))) }
    if !duplicatedOn.isEmpty {
      let days = duplicatedOn.map { JSONValue.string($0.description) }
      members.append(.init("duplicatedOn", .list(days)))
    }
    return .object(members)
  }
}
