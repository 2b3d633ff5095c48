internal import AcquisLedger
internal import Events
internal import StateFlow

extension ExportFlow {
  /// Writes a recorded flow again, byte for byte, and reports what was recorded since about those in it.
  static func again(
    _ recorded: RecordedFlow, _ ledger: Ledger, _ invocation: Invocation
  ) throws {
    let isRetry = invocation.has("record")
    let excess = ["on", "known", "due-by", "certification"].first { invocation.has($0) }
    if !isRetry, let excess {
      throw Failure.usage(
        Text(
          "--\(excess) ne va pas avec --flow d’un flux enregistré, qui s’écrit tel qu’il était",
          "--\(excess) does not go with --flow of a recorded flow, which is written as it was"))
    }
    let log = try ledger.log()
    let (flow, contents) = try rendered(recorded, in: log, opening: ledger.vault(.toRead))
    let writing = FlowWriting(invocation, contents)
    guard let flow else {
      try writing.reportsLeft()
      throw nobodyLeft(recorded.id)
    }
    try writing.checks(flow.id)
    let changes = try FlowChanges(since: contents, in: log)
    _ = try writing.write {
      FlowWriting.Written(flow: flow, recorded: recorded, since: changes)
    }
    if isRetry {
      invocation.output.note(
        Text(
          "le flux \(recorded.id) était déjà enregistré : rien n’a été enregistré de nouveau",
          "flow \(recorded.id) was recorded already: nothing was recorded again"))
    }
    for text in changes.texts + recorded.texts { invocation.output.note(text) }
  }
}

extension FlowChanges {
  /// A line for each kind of change; none where nothing was recorded since.
  fileprivate var texts: [Text] {
    func line(_ ids: [String], _ head: Text) -> Text? {
      let list = ids.joined(separator: ", ")
      return ids.isEmpty ? nil : Text("\(head.french) : \(list)", "\(head.english): \(list)")
    }
    return [
      line(
        corrected.map(\.text),
        Text(
          "identité corrigée depuis ce dépôt (le flux a celle d’alors)",
          "identity corrected since this deposit (the flow has that of then)")),
      line(
        merged,
        Text("identifiant fusionné depuis", "id merged since")),
      line(
        withoutAward.map(\.text),
        Text(
          "délivrance révoquée, annulée ou refaite depuis",
          "award revoked, annulled or made anew since")),
    ].compactMap(\.self)
  }
}

extension FlowChanges {
  /// `candidate → id`, each once, sorted.
  private var merged: [String] {
    let merges = changes.compactMap { change -> String? in
      guard case .merged(let into) = change.what, let candidate = change.candidate else {
        return nil
      }
      return "\(candidate) → \(into)"
    }
    return Set(merges).sorted()
  }
}

extension RecordedFlow {
  /// What other entries say of the flow.
  fileprivate var texts: [Text] {
    var texts: [Text] = []
    if !annulled.isEmpty {
      let list = annulled.map(\.text).joined(separator: ", ")
      texts.append(
        Text(
          "dépôt annulé depuis dans le registre : \(list)",
          "deposit annulled since in the ledger: \(list)"))
    }
    if !others.isEmpty {
      let list = others.map(\.text).joined(separator: ", ")
      let count = Text.count(
        others.count, Text("délivrance déclarée à part", "award declared apart"),
        Text("délivrances déclarées à part", "awards declared apart"))
      texts.append(
        Text(
          "\(count.french) sous ce nom de flux, et pas dans ce fichier : \(list)",
          "\(count.english) under this flow's id, and not in this file: \(list)"))
    }
    return texts
  }
}
