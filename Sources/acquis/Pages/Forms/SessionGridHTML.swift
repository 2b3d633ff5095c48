internal import AcquisLedger
internal import Documents
internal import Events

/// The table of a session's form: a row for each candidate, a choice for each block.
struct SessionGridHTML {
  let call: PageCall
  let grid: SessionGrid
  /// Nil: as the ledger has it.
  let values: FormValues?
  let problems: FormProblems
  /// The rows that the page has.
  let rows: ArraySlice<SessionGrid.Row>

  var html: HTML {
    HTML("table", class: "grid") {
      call.html("caption", class: "hidden", Text("Décisions du jury", "Decisions of the jury"))
      HTML("thead") {
        HTML("tr") {
          call.html("th", ["scope": "col"], Text("candidat", "candidate"))
          for heading in grid.headings { HTML("th", ["scope": "col"], text: heading) }
          for text in Self.headings { call.html("th", ["scope": "col"], text) }
        }
      }
      HTML("tbody") { for row in rows { html(row) } }
    }
  }

  private static let headings = [
    Text("présence", "attendance"), Text("motif de refus", "grounds of refusal"),
    Text("recommandation", "recommendation"),
  ]

  private func html(_ row: SessionGrid.Row) -> HTML {
    let id = row.candidacy
    return HTML("tr") {
      HTML("th", ["scope": "row"]) {
        call.link(
          call.links.to(["candidacies", id.text]), row.name.map { "\($0) (\(id))" } ?? id.text)
      }
      for (index, block) in grid.blocks.enumerated() {
        verdict(row, block, grid.headings[index], row.verdicts[index])
      }
      attendance(row)
      text("grounds", row, row.grounds, Self.headings[1])
      text("recommendation", row, row.recommendation, Self.headings[2])
    }
  }

  private func cell(_ label: String, _ field: String, _ control: HTML) -> HTML {
    HTML("td", ["data-label": label]) {
      control
      problems.beside(field, call)
    }
  }

  /// The attributes of a control that depend on what is wrong with it.
  private func choice(
    _ field: String, _ label: String, _ chosen: String, _ choices: [(String, String)]
  ) -> HTML {
    let isWrong = !problems.of(field).isEmpty
    let id = FormProblems.id(field)
    return HTML(
      "select",
      [
        "name": field, "id": id, "aria-label": label, "aria-invalid": isWrong ? "true" : nil,
        "aria-describedby": isWrong ? "\(id)-problem" : nil,
      ]
    ) {
      for (value, text) in choices {
        HTML(
          "option", ["value": value, "selected": value == chosen ? "selected" : nil], text: text)
      }
    }
  }

  private func verdict(
    _ row: SessionGrid.Row, _ block: BlockCode, _ heading: String, _ cell: String
  ) -> HTML {
    // Held before, or no block of this candidate's certification: nothing to choose.
    guard ["", "V", "NV", "ABS"].contains(cell) else {
      return HTML("td", class: "faint", ["data-label": heading], text: cell)
    }
    let field = SessionGrid.field(block, row.candidacy)
    let chosen = values.map { $0[field] } ?? (cell == "ABS" ? "" : cell)
    return self.cell(
      heading, field,
      choice(
        field, "\(heading), \(row.candidacy)", chosen, [("", "–"), ("V", "V"), ("NV", "NV")]))
  }

  private func attendance(_ row: SessionGrid.Row) -> HTML {
    let field = SessionGrid.field("attendance", row.candidacy)
    let label = call.say(Self.headings[0])
    let chosen = values.map { $0[field] } ?? SessionGrid.value(of: row.attendance)
    return cell(
      label, field,
      choice(
        field, "\(label), \(row.candidacy)", chosen,
        [("", "–")] + SessionGrid.attendances.map { (SessionGrid.value(of: $0), call.say($0.word)) }
      ))
  }

  private func text(
    _ name: String, _ row: SessionGrid.Row, _ recorded: String, _ heading: Text
  ) -> HTML {
    let field = SessionGrid.field(name, row.candidacy)
    let (id, label) = (FormProblems.id(field), call.say(heading))
    let isWrong = !problems.of(field).isEmpty
    let isHidden = !call.showsNames && !recorded.isEmpty
    return cell(
      label, field,
      HTML(
        "textarea",
        [
          "name": field, "id": id, "rows": "1", "aria-label": "\(label), \(row.candidacy)",
          "placeholder": isHidden ? call.say(Text("non montré", "not shown")) : nil,
          "aria-invalid": isWrong ? "true" : nil,
          "aria-describedby": isWrong ? "\(id)-problem" : nil,
        ], text: values.map { $0[field] } ?? (call.showsNames ? recorded : "")))
  }
}
