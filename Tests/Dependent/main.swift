// What another program does with the two products, with nothing of the command line.
import AcquisLedger
import Catalogue
import Cryptography
import EventLog
import Events
import Projections
import TransparencyLog

// A tree, an inclusion proof and a signed checkpoint, with nothing of the ledger.
let hash = try TreeHash()
var tree = CompactRange()
for entry in ["one", "two", "three"] {
  let leaf = try Array(entry.utf8).withUnsafeBytes { try hash.leaf($0) }
  _ = try tree.append(leaf, hash)
}
let root = try tree.root(hash)
print("a tree of \(tree.size), root \(root.base64)")

// A ledger: made, recorded in, asked, signed, verified.
let path = CommandLine.arguments.dropFirst().first ?? "dependent.ledger"
let now = try Instant("2026-07-01T10:00:00.000000Z")
let clock = LedgerClock(now: { now })
let ledger = Ledger(at: path, clock: clock)
try ledger.create { draft in
  let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
  _ = try draft.log.append(catalogue, unless: nil)
}
let line = """
  {"type":"CandidateEnrolled","occurredOn":"2026-06-01","recordedBy":"clerk:1","data":{\
  "candidacy":"D-1","candidate":"P-1","certification":"3474","pathway":"continuingTraining",\
  "public":"employee"}}
  """
let submissions = try Submission.read(jsonLines: Array(line.utf8))
guard case .recorded(let receipt, _) = try ledger.record(submissions) else {
  fatalError("refused")
}
let question = try ledger.question(on: CalendarDate("2026-06-02"))
let status = try question.status(of: try CandidacyID("D-1"))
print("position \(receipt.positions[0]): \(status?.state.status.rawValue ?? "none")")
let note = try ledger.sign()
let verification = try ledger.verify(rootsAt: []) { _ in }
print("\(verification.events) events verified, \(verification.defects.count) defects")
print("signed: \(String(decoding: note.bytes, as: UTF8.self).contains(verification.root.base64))")
