public import Events

/// What France compétences' open data state of one certification. What they do not state is nil or empty.
public struct OpenDataFiche: Hashable, Sendable {
  /// A block as the data list it.
  public struct Block: Hashable, Sendable {
    public let code: BlockCode
    /// Nil: no label.
    public let title: FreeText?
  }

  public let code: CertificationCode
  public let register: Register
  public let title: FreeText
  /// 1 to 8; nil: none, or not determined.
  public let level: Int?
  /// Nil: not stated.
  public let isActive: Bool?
  /// *Accessible en Nouvelle-Calédonie*.
  public let newCaledonia: Bool?
  /// *Accessible en Polynésie française*.
  public let polynesia: Bool?
  /// *Date_Effet*.
  public let effectiveOn: CalendarDate?
  /// *Date_Decision*.
  public let decisionOn: CalendarDate?
  /// *Date_dernier_jo*: the day of the last publication, which is not a decision's.
  public let publishedOn: CalendarDate?
  /// *Date_Fin_Enregistrement*, the last day.
  public let expiresOn: CalendarDate?
  /// *Date_Limite_Delivrance*, in the newer exports.
  public let lastDeliveryOn: CalendarDate?
  /// *Validation_Partielle*.
  public let partial: Bool?
  /// Each SIRET once, in the order of the file.
  public let certifiers: [Certifier]
  /// By their codes.
  public let blocks: [Block]
  /// Whether the data have rows of blocks, be it that all were left out.
  public let hasBlockRows: Bool
  /// Empty: none is stated.
  public let pathways: Set<Pathway>
  /// Whether a row of the pathways was not understood, so that others may be open too.
  public let hasUnreadPathways: Bool
  public let nsf: [FreeText]
  public let formacode: [FreeText]
  public let rome: [FreeText]
  /// The fiches that it follows, and those that follow it; in the order of the file. None that both
  /// follows it and is followed by it.
  public let predecessors: [CertificationCode]
  public let successors: [CertificationCode]
  /// The day of the export.
  public let editionOn: CalendarDate?
  /// What was left out, in the order of reading.
  public let left: [OpenDataRemark]

  /// The rows of its blocks that cannot be read, each code once: as many blocks may be missing.
  public var unreadBlocks: [OpenDataRemark] {
    var seen: Set<String> = []
    return left.filter { remark in
      remark.reason == .code && (remark.value.map { seen.insert($0).inserted } ?? true)
    }
  }

  /// Whether it may have blocks besides those listed: none is, or rows of blocks were left out.
  var mayHaveOtherBlocks: Bool {
    blocks.isEmpty || left.contains { $0.reason == .code || $0.reason == .foreignBlock }
  }

  /// Whether it was on the RNCP when every certification there is made of blocks (Code du travail, L6113-1,
  /// from 2019 on), and has none: the export may be incomplete.
  public var shouldHaveBlocks: Bool {
    guard register == .rncp, !hasBlockRows else { return false }
    guard isActive != true else { return true }
    guard let expiresOn, let first = try? CalendarDate(2019, 1, 1) else { return false }
    return expiresOn >= first
  }

  /// The first day that its data give, for the entry that registers it: of its effect, else of its
  /// decision, else of its last publication; a later one than `today` is passed over.
  public func day(until today: CalendarDate) -> CalendarDate? {
    [effectiveOn, decisionOn, publishedOn].compactMap(\.self).first { $0 <= today }
  }
}

extension BlockCode {
  /// Whether it is the fiche's number followed by something else than a digit.
  func isOf(_ fiche: CertificationCode) -> Bool {
    guard text.hasPrefix(fiche.text) else { return false }
    return text.utf8.dropFirst(fiche.text.utf8.count).first.map { !(48...57 ~= $0) } ?? false
  }
}
