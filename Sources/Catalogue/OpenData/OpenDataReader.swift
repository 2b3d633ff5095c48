internal import Events

/// Collects what the rows of one fiche state.
struct OpenDataReader {
  private let code: CertificationCode
  private var standard: OpenDataRow?
  private var title: FreeText?
  private var level: Int?
  private var flags: [String: Bool] = [:]
  private var days: [OpenDataDay: CalendarDate] = [:]
  private var certifiers: [Certifier] = []
  private var blocks: [BlockCode: FreeText?] = [:]
  private var hasBlockRows = false
  private var pathways: Set<Pathway> = []
  private var hasUnreadPathways = false
  private var codes: [OpenDataKind: [FreeText]] = [:]
  private var predecessors: [CertificationCode] = []
  private var successors: [CertificationCode] = []
  /// The rows that name versions, in the order of the file.
  private var naming: [(version: CertificationCode, row: OpenDataRow)] = []
  private var left: [OpenDataRemark] = []
  private var bad: [OpenDataCell] = []

  init(_ code: CertificationCode) { self.code = code }

  private mutating func leave(
    _ row: OpenDataRow, _ reason: OpenDataRemark.Reason, _ value: String? = nil,
    column: String? = nil
  ) {
    left.append(
      OpenDataRemark(
        reason: reason, file: row.file, line: row.line, value: value, column: column))
  }

  /// A text; nil, and remarked on, for one that is too long for an entry.
  private mutating func free(_ row: OpenDataRow, _ column: String) -> FreeText? {
    do throws(OpenDataCell) { return try row.free(column) } catch {
      leave(row, .tooLong, column: column)
      return nil
    }
  }

  /// Those without more cells than the header; the others are remarked on.
  private mutating func sound(_ rows: [OpenDataRow]) -> [OpenDataRow] {
    for row in rows where row.hasSurplus { leave(row, .surplus) }
    return rows.filter { !$0.hasSurplus }
  }

  // MARK: The fiche

  mutating func read(
    standard row: OpenDataRow, others: ArraySlice<OpenDataRow>, given: Set<OpenDataDay>
  ) {
    standard = row
    do throws(OpenDataCell) {
      title = try row.free("Intitule")
      if title == nil { bad.append(row.bad(.text, "Intitule")) }
    } catch { bad.append(error) }
    for column in [
      "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise", "Validation_Partielle",
    ] {
      flags[column] = row.yesOrNo(column)
      leavePlaceholder(row, column)
      if flags[column] == nil, !row.isPlaceholder(column), let text = row.text(column) {
        leave(row, .yesOrNo, text, column: column)
      }
    }
    for day in OpenDataDay.allCases { read(day, row, isGiven: given.contains(day)) }
    readLevel(row)
    for other in others { leave(other, other.isSame(as: row) ? .repeated : .contradictory) }
  }

  private mutating func leavePlaceholder(_ row: OpenDataRow, _ column: String) {
    if row.isPlaceholder(column) { leave(row, .placeholder, row.text(column), column: column) }
  }

  /// An option makes up for a day that cannot be read.
  private mutating func read(_ day: OpenDataDay, _ row: OpenDataRow, isGiven: Bool) {
    let column = day.rawValue
    leavePlaceholder(row, column)
    do throws(OpenDataCell) { days[day] = try row.day(column) } catch {
      if isGiven {
        leave(row, .given, row.text(column), column: column)
      } else {
        bad.append(error)
      }
    }
  }

  /// `NIV6`; `REPRISE` is a level that is not determined.
  private mutating func readLevel(_ row: OpenDataRow) {
    guard let text = row.text("Nomenclature_Europe_Niveau"), text.uppercased() != "REPRISE" else {
      return
    }
    let digits = text.uppercased().hasPrefix("NIV") ? text.dropFirst(3) : text[...]
    if let number = Int(digits), 1...8 ~= number {
      level = number
    } else {
      leave(row, .level, text)
    }
  }

  // MARK: What other files state of it

  mutating func read(certifiers rows: [OpenDataRow]) {
    for row in sound(rows) {
      let number = row.stated("Siret_Certificateur")
      let name = free(row, "Nom_Certificateur")
      guard number != nil || name != nil else {
        leave(row, .empty)
        continue
      }
      guard let siret = try? SIRET((number ?? "").filter { $0 != " " }) else {
        leave(row, .siret, number)
        continue
      }
      guard let name else {
        leave(row, .nameless, siret.text)
        continue
      }
      if let known = certifiers.first(where: { $0.siret == siret }) {
        leave(row, known.name == name ? .repeated : .contradictory, siret.text)
        continue
      }
      certifiers.append(Certifier(name: name, siret: siret))
    }
  }

  /// - Parameter listed: the numbers of all fiches of the export.
  mutating func read(blocks rows: [OpenDataRow], listed: Set<String>) {
    for row in rows {
      let text = row.stated("Bloc_Competences_Code")
      let title = free(row, "Bloc_Competences_Libelle")
      guard text != nil || row.stated("Bloc_Competences_Libelle") != nil else {
        leave(row, .empty)
        continue
      }
      hasBlockRows = true
      guard let text, let block = try? BlockCode(FicheNumber.written(text)), block.isOf(code)
      else {
        let isForeign = foreignNumber(text).map(listed.contains) ?? false
        leave(row, isForeign ? .foreignBlock : .code, text)
        continue
      }
      guard let known = blocks[block] else {
        blocks.updateValue(title, forKey: block)
        continue
      }
      if known == title || title == nil {
        leave(row, .repeated, block.text)
      } else if known == nil {
        // The row with a label says more.
        blocks.updateValue(title, forKey: block)
      } else {
        leave(row, .contradictory, block.text)
      }
    }
  }

  /// The number of another fiche with which a text begins; nil if it begins with none.
  private func foreignNumber(_ text: String?) -> String? {
    let written = FicheNumber.written(text ?? "")
    let letters = written.prefix { !$0.isNumber }
    let number = "\(letters)\(written.dropFirst(letters.count).prefix { $0.isNumber })"
    return FicheNumber.isNumber(number) && number != code.text ? number : nil
  }

  mutating func read(pathways rows: [OpenDataRow]) {
    let readable = sound(rows)
    if readable.count < rows.count { hasUnreadPathways = true }
    for row in readable {
      guard let text = row.stated("Si_Jury") else {
        leave(row, .empty)
        continue
      }
      guard let pathway = Pathway(wording: text) else {
        hasUnreadPathways = true
        leave(row, .pathway, text)
        continue
      }
      if !pathways.insert(pathway).inserted { leave(row, .repeated, text) }
    }
  }

  mutating func read(
    codes rows: [OpenDataRow], of kind: OpenDataKind, _ column: String
  ) {
    for row in sound(rows) {
      guard let text = free(row, column) else {
        if row.stated(column) == nil { leave(row, .empty) }
        continue
      }
      if codes[kind, default: []].contains(text) {
        leave(row, .repeated, text.text)
      } else {
        codes[kind, default: []].append(text)
      }
    }
  }

  /// A row names its fiche, one that it follows or one that follows it; the same is often said by the row
  /// of the other fiche.
  mutating func read(succession rows: [OpenDataRow]) {
    for row in sound(rows) {
      for (older, newer) in row.successions {
        if newer == code.text { add(older, to: \.predecessors, row) }
        if older == code.text { add(newer, to: \.successors, row) }
      }
    }
  }

  private mutating func add(
    _ number: String, to list: WritableKeyPath<Self, [CertificationCode]>, _ row: OpenDataRow
  ) {
    guard let other = try? CertificationCode(number), other != code,
      !self[keyPath: list].contains(other)
    else { return }
    self[keyPath: list].append(other)
    naming.append((other, row))
  }

  /// Whether it follows another fiche, or another one it.
  var namesVersions: Bool { !naming.isEmpty }

  /// Leaves out the versions that come both before and after it, at once or over others.
  mutating func leaveCycles(_ graph: SuccessionGraph) {
    let cyclic =
      predecessors.filter { graph.leads(from: code, to: $0) }
      + successors.filter { graph.leads(from: $0, to: code) }
    predecessors.removeAll(where: cyclic.contains)
    successors.removeAll(where: cyclic.contains)
    var said: [OpenDataRow] = []
    for (version, row) in naming where cyclic.contains(version) && !said.contains(row) {
      said.append(row)
      leave(row, .cycle, version.text)
    }
  }

  /// Nil before the fiche's own row was read.
  ///
  /// - Throws: ``OpenDataFailure/cells(_:)``.
  func fiche(editionOn: CalendarDate?) throws(OpenDataFailure) -> OpenDataFiche? {
    guard bad.isEmpty else { throw .cells(bad) }
    guard let standard, let title else { return nil }
    return OpenDataFiche(
      code: code, register: code.text.hasPrefix("RNCP") ? .rncp : .rs, title: title, level: level,
      isActive: standard.stated("Actif").map { $0.uppercased().hasPrefix("ACTI") },
      newCaledonia: flags["Accessible_Nouvelle_Caledonie"],
      polynesia: flags["Accessible_Polynesie_Francaise"], effectiveOn: days[.effect],
      decisionOn: days[.decision], publishedOn: days[.publication],
      expiresOn: days[.end], lastDeliveryOn: days[.lastDelivery],
      partial: flags["Validation_Partielle"], certifiers: certifiers,
      blocks: blocks.sorted { $0.key < $1.key }.map {
        OpenDataFiche.Block(code: $0.key, title: $0.value)
      },
      hasBlockRows: hasBlockRows, pathways: pathways, hasUnreadPathways: hasUnreadPathways,
      nsf: codes[.nsf] ?? [], formacode: codes[.formacode] ?? [],
      rome: codes[.rome] ?? [], predecessors: predecessors, successors: successors,
      editionOn: editionOn, left: left)
  }
}
