package import Events

extension CandidacyRecord {
  /// What happens to few candidacies; of the others it takes no room.
  package struct SeldomFacts: Blank {
    /// The changes of pathway, in fold order.
    var pathwayChanges: [Dated<PathwayChanged>] = []
    /// In fold order, in force or revoked.
    var recognitions: [BlockRecognition] = []
    /// The revocation of the award; nil while it is in force.
    @Packed var awardRevoked: Moment?
    /// Whether ``awardRevoked`` names blocks that fall with the award.
    var revocationNamesBlocks = false
    /// For each block that fell with a revoked award, here or in a candidacy that completes this one,
    /// the latest time it did; decisions and recognitions before it give the block no more.
    var fallenBlocks: [BlockCode: FallenBlock] = [:]
    /// The withdrawal or transfer; nil if there is none or the candidacy was reopened since.
    @Packed var withdrawal: Moment?
    /// Whether the latest closure is a transfer to another body.
    var isTransferred = false
    /// The withdrawals, transfers and reopenings, in fold order: true where it closes the candidacy.
    var closures: [Dated<Bool>] = []
    var extensions: [Dated<CalendarDate>] = []
    /// The flows deposited before an award, which do not declare it.
    var flowsLeftOut: [FlowID] = []
    /// In fold order.
    var waivers: [Waiver] = []

    package init() {}
  }

  package var pathwayChanges: [Dated<PathwayChanged>] {
    $seldom.isBlank ? [] : seldom.pathwayChanges
  }
  package var recognitions: [BlockRecognition] { $seldom.isBlank ? [] : seldom.recognitions }
  package var awardRevoked: Moment? { $seldom.isBlank ? nil : seldom.awardRevoked }
  package var revocationNamesBlocks: Bool { !$seldom.isBlank && seldom.revocationNamesBlocks }
  package var fallenBlocks: [BlockCode: FallenBlock] {
    $seldom.isBlank ? [:] : seldom.fallenBlocks
  }
  package var withdrawal: Moment? { $seldom.isBlank ? nil : seldom.withdrawal }
  var isTransferred: Bool { !$seldom.isBlank && seldom.isTransferred }
  var closures: [Dated<Bool>] { $seldom.isBlank ? [] : seldom.closures }
  var extensions: [Dated<CalendarDate>] { $seldom.isBlank ? [] : seldom.extensions }
  package var waivers: [Waiver] { $seldom.isBlank ? [] : seldom.waivers }
}
