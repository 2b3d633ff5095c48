import AcquisLedger
import Cryptography
import EventLog
import Events
import Files
import Projections
import Rules
import Testing
import TransparencyLog
import Vault

@testable import acquis

/// The ledger's own sentences, one for each failure and each word of the vocabulary.
struct PhrasesTests {
  /// Every case of the failures that a program may meet, each with some facts.
  private static func failures() throws -> [any TextConvertible] {
    let day = try CalendarDate("2024-02-01")
    let subject = try Subject.candidacy(CandidacyID("D-1"))
    let name = try #require(KeyName("acquis/1"))
    let reading = ReadingFailure(.missing, path: ["data", "jury"])
    let crypto = CryptographyFailure.unavailable("SHA-256")
    let values: [InvalidValue] = [
      .identifier(kind: "jury"), .day, .instant, .eventID, .entryID, .birthDate,
      .textTooLong(limit: 9), .count, .emptyList, .word(kind: "mode", allowed: ["a", "b"]), .siret,
      .rule, .edition, .subject, .sealed, .certificateNumber, .minutes, .years,
      .characters(from: 8, to: 8), .characters(from: 1, to: 20), .identity(.name),
      .identity(.birthDay), .identity(.inseeCode), .identity(.placeAbroad), .identity(.postalCode),
      .identity(.countryCode), .identity(.email),
    ]
    let problems: [ReadingFailure.Problem] =
      [
        .byteOrderMark, .notUTF8, .syntax(expected: "a value", byte: 3), .trailingBytes(byte: 3),
        .tooDeep, .duplicateField, .floatingPoint, .integerOutOfRange, .loneSurrogate,
        .notCanonical(byte: 3), .missing, .unknownField, .unknownType("X"),
        .unknownSchema(.blockValidated, 9), .tooLong(limit: 9), .givenByTheLedger, .wronglySealed,
        .repeated, .beforeItsDay, .contradicts(field: "employed"),
      ] + values.map { .invalid($0) }
    let defects: [LogDefect.Kind] = [
      .missing, .bytes, .node(level: 2), .nodeCount, .unreadable(reading), .column(.type),
      .tagMissing(subject), .tagTooMany, .instantDecreases, .notYet, .idRepeated(of: Position(3)),
      .schemaMissing("event"), .schemaChanged("event"), .schemaTooMany("event"), .file("page 3"),
    ]
    let logs: [LogFailure] = [
      .missing, .alreadyThere, .notALedger, .newerFormat(found: 9, known: 8), .networkDrive("nfs"),
      .foreignJournal, .othersJournal(file: "a-wal", owner: "root"), .secondName, .busy(seconds: 5),
      .readOnly, .full, .damaged("page 3"), .defect(LogDefect(.bytes, at: Position(3))),
      .system(code: 5, "I/O error"), .unavailable(crypto), .notEmpty,
      .clockBehind(seconds: 5, last: .epoch), .clockAhead(last: .epoch, isSynchronised: true),
      .clockAhead(last: .epoch, isSynchronised: false), .tooLongToMark(index: 0), .notYet(index: 0),
      .idTaken(index: 0, by: Position(3)), .idTwice(index: 0, by: Position(3)),
      .instantBack(index: 0), .conditionFailed(by: Position(3)), .unknownEntry(index: 0),
      .wrongSubjects(index: 0), .unreadable(Position(3), reading), .moved(to: "/srv/b.ledger"),
      .server(.notAnAddress), .server(.notConnected("timeout")), .server(.lost("EOF")),
      .server(.tooOld(found: "9.6", oldest: "13")), .server(.notPermitted("schema centre")),
      .server(.readsOnly), .server(.pooled), .server(.refused("SQLSTATE 22000")),
    ]
    let vaults: [VaultFailure] = [
      .missing, .masterKeyMissing, .notAMasterKey, .wrongMasterKey, .masterKeyLinked,
      .foreignJournal, .anotherLedgers, .behind(erasures: 1, keys: 2),
      .uncompared(LogFailure.notALedger.text), .alreadyThere, .openToOthers(.master), .notAVault,
      .newerFormat(found: 9, known: 8), .busy(seconds: 5), .notReadable, .readOnly, .full,
      .damaged("page 3"), .altered(key: "k-1"), .system(code: 5, "I/O error"),
      .server(.unreachable, "timeout expired"), .server(.noRight, "SQLSTATE 42501"),
      .server(.openToOthers, "schema"), .server(.pooled, "a pooler"),
      .server(.refused, "SQLSTATE 23505"),
      .unavailable("SHA-256"), .keyGone, .erased(on: day), .notAuthentic, .unreadable(reading),
    ]
    let discontinuities: [Discontinuity] = [
      .notGenuine, .foreignKey, .formerKey, .shrunk(signed: 9, found: 8),
      .forked(signed: 0, after: 0), .forked(signed: 9, after: 3),
    ]
    let audits: [SigningFailure] = [
      .keyMissing, .keyThere, .notAKey, .foreignKey(name), .formerKey(name, since: name),
      .formerKeyUnknown, .malformedKeys(line: 3), .malformedNote(number: 1), .notNotes,
      .busy(seconds: 5), .openToOthers(.key), .notPermitted(.notes), .tooLong(.notes), .full,
      .system(.keys, code: 5, "I/O error"),
      .unavailable(crypto),
    ]
    let proofs: [ProofFailure] = [
      .noSuchLeaf(index: 9, size: 8), .emptyTree, .shrinks(from: 9, to: 8),
      .wrongLength(expected: 3, found: 2), .otherRoot, .notHashed(crypto),
    ]
    let id = try VerifierKey(
      parsing: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    ).id
    let notes: [NoteFailure] = [
      .tooLong(limit: 9), .notText, .unsigned, .malformedSignature(number: 1),
      .tooManySignatures(limit: 9), .falseSignature(name, id), .ambiguousKey(name, id),
      .notSignedByKnownKey, .unavailable(crypto),
    ]
    let checkpoints: [CheckpointFailure] =
      [.malformed(line: 2), .otherOrigin] + notes.map { .note($0) }
    let keys: [VerifierKeyFailure] = [
      .malformed, .unknownAlgorithm(2), .wrongID(expected: id), .notHashed(crypto),
    ]
    let forms: [FileFormat] = [
      .empty, .byteOrderMark, .utf16, .carriageReturns, .checkpoint, .verifierKey, .tlogProof,
      .exactCopy,
    ]
    let given: [SuppliedFileFailure] =
      forms.flatMap { form in
        [.wrongFormat(form, expected: .checkpoint), .wrongFormat(form, expected: .verifierKey)]
      } + [
        .unfinished, .note(.unsigned), .leadingZero, .checkpoint(.otherOrigin),
        .key(.malformed, line: 3),
      ]
    let copies: [CopyFailure.Problem] =
      [
        .reading(reading), .position(expected: 3), .notALine, .cut, .tooLong(limit: 9),
        .afterTheEnd, .unsupportedVersion(found: 9, supported: 8), .otherSize(stated: 9, found: 8),
        .note(.unsigned),
      ] + forms.map { .wrongFormat($0) }
    let proofFiles: [TlogProofFailure] = [
      .tooLong(limit: 9), .unknownForm, .malformed(line: 2), .tooManyHashes(limit: 9),
      .checkpoint(.otherOrigin), .inclusion(.otherRoot),
    ]
    let breaches: [RequiredCheckpoints.Failure] = [
      .unverified(.otherOrigin), .beyondTheLog(size: 9, last: 8), .otherRoot(size: 0),
      .otherRoot(size: 9),
    ]
    let contradictions = [
      Contradiction(number: 1, size: nil, found: 8), Contradiction(number: 1, size: 9, found: 8),
      Contradiction(number: 1, size: 7, found: 8),
    ]
    let submitted: [SubmissionFailure.Problem] = [
      .unreadable(reading), .cut(reading), .unknown(subject), .refused(.notYet(index: 0)),
      .notSealed(.full),
      .erased(field: "data.name", on: day), .namesPerson(field: "data.to"), .erasure, .nothing,
      .contended,
      .other(crypto),
    ]
    let files: [FileFailure] = [
      .system(code: 28), .system(code: 17), .openToOthers, .tooLong(limit: 9),
      .busy(seconds: 5),
    ]
    let ledgers: [LedgerFailure] =
      [
        .alreadyThere("a.ledger"), .alreadyThere("postgres://db/x?ledger=a"),
        .noFolder("a/b.ledger"), .notContinued(.notGenuine),
        .notKnownYet(last: Position(3)), .backupThere("copies/log-1"),
        .keysThere("postgres://db/x?ledger=a", master: "/srv/a.master"),
        .copyStays(at: "b.ledger", .notMoved(LogFailure.copyDiffers)),
        .copyStays(at: "b.ledger", .maybeMoved(LogFailure.full)),
      ] + files.map { .file($0, at: "a.ledger") }
    let restored: [RestoreFailure] =
      [.event(.notYet(index: 0), line: 3), .otherRoot, .nothingToVerify]
      + breaches.map { .checkpoint($0) }
    let notices: [LedgerNotice] = [
      .sharedDrive, .lastSignedNotCompared, .checkpointsNotChecked, .vault(.full), .keyMade,
      .copyNotTried, .moved(to: "/srv/b.ledger"),
      .replica(ReplicaState(last: Position(3), seconds: 4)),
    ]
    let places: [LedgerPlace.Refusal] = [
      .notAnAddress, .nameMissing, .notAName, .password, .otherVault,
    ]
    let fields: [any TextConvertible] =
      EventType.allCases.flatMap { type in type.fields.map { $0 as any TextConvertible } }
    let cryptographic: [CryptographyFailure] = [
      crypto, .notAuthentic, .wrongLength(expected: 32),
    ]
    let groups: [[any TextConvertible]] = [
      values, problems, [reading], defects,
      [LogDefect(.bytes, at: Position(3)), LogDefect(.bytes)],
      logs, vaults, discontinuities, audits, proofs, notes, checkpoints, keys, forms, given, copies,
      proofFiles, breaches, contradictions, submitted, cryptographic, files, ledgers, restored,
      notices, places,
      fields,
    ]
    return groups.flatMap(\.self)
  }

  /// The words of every closed enumeration that people read.
  private static var words: [[any TextConvertible]] {
    [
      CandidacyStatus.allCases, BlockStatus.allCases, CompletionWindow.Status.allCases,
      Pathway.allCases, Basis.allCases, JuryStatus.allCases, JuryRole.allCases,
      JuryCandidacy.Outcome.allCases, BlockDecision.Verdict.allCases, BlockDecision.Fate.allCases,
      Deadline.Kind.allCases, DeclarationAnswer.allCases, FindingWeight.allCases,
    ]
  }

  @Test func `a failure's numbers are the same in both languages`() throws {
    for failure in try Self.failures() {
      let text = failure.text
      #expect(
        try Self.numbers(in: text.french) == Self.numbers(in: text.english), "\(text.english)")
    }
  }

  /// The numbers of a sentence, ascending; a day in words as a day in figures.
  private static func numbers(in sentence: String) throws -> [String] {
    let day = try CalendarDate("2024-02-01").text
    let text = sentence.replacing(day.french, with: day.english)
    return text.split { !$0.isNumber }.map(String.init).sorted()
  }

  @Test func `two failures of a kind have two sentences`() throws {
    let bySentence = Dictionary(grouping: try Self.failures()) {
      "\(String(reflecting: Swift.type(of: $0))) \($0.text.french)"
    }
    for (sentence, failures) in bySentence {
      #expect(Set(failures.map(Self.caseName)).count == 1, "\(sentence)")
    }
  }

  /// The name of an enumeration's case, or the whole of another value.
  private static func caseName(_ failure: any TextConvertible) -> String {
    String("\(failure)".prefix { $0 != "(" })
  }

  @Test func `what only the machine may tell is withheld from the network`() throws {
    let message = "at db.example (10.0.0.1), user clerk"
    let log: [LogFailure] = [
      .server(.notConnected(message)), .server(.lost(message)), .server(.notPermitted(message)),
      .server(.refused(message)), .moved(to: message),
    ]
    let vault = [.unreachable, .noRight, .openToOthers, .refused].map {
      (trouble: VaultFailure.ServerTrouble) in VaultFailure.server(trouble, message)
    }
    let failures: [any TextConvertible] = log + vault + [LedgerNotice.moved(to: message)]
    for failure in failures {
      let told = failure.text
      #expect(told.french.contains(message) && told.english.contains(message))
      let (text, words) = PrivateWords.withheld { failure.text }
      #expect(words == [message])
      #expect(PrivateWords.withheld { PrivateWords.told { failure.text } }.0 == told)
      for language in Language.allCases {
        #expect(!text.text(in: language).contains("db.example"))
        #expect(told.text(in: language).hasPrefix(text.text(in: language).prefix(20)))
      }
    }
  }

  @Test func `two words of an enumeration are read apart in both languages`() {
    for words in Self.words {
      #expect(Set(words.map(\.text.french)).count == words.count)
      #expect(Set(words.map(\.text.english)).count == words.count)
    }
  }

  @Test func `no sentence of a library names a command or an option`() throws {
    let texts = try SourceTexts(in: [
      "Events", "Projections", "Sources/AcquisLedger", "Sources/EventLog", "Sources/Files",
      "Sources/Rules", "Sources/SQLiteLog", "Sources/TransparencyLog", "Sources/Vault",
    ])
    for sentence in texts.french + texts.english {
      #expect(!sentence.contains("`acquis ") && !sentence.contains("--"), "\(sentence)")
    }
  }

  @Test func `a failure that a command repairs is shown with it, in both languages`() throws {
    let mended = try Self.failures().compactMap { $0 as? any Remediable }.filter {
      $0.remedy != nil
    }
    #expect(mended.count >= 10)
    for failure in mended {
      for language in Language.allCases {
        let shown = failure.textWithRemedy.text(in: language)
        #expect(shown.hasPrefix(failure.text.text(in: language)))
        #expect(shown.contains("`") || shown.contains("--"), "\(shown)")
      }
    }
  }
}
