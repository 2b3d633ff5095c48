public import AcquisLedger
public import Events
internal import Files

/// Why a document was not made into a PDF.
public enum PDFFailure: Error, Equatable, Sendable {
  /// No `weasyprint` is on the PATH.
  case missing
  /// WeasyPrint ended with this exit status.
  case failed(status: Int32)
  /// WeasyPrint was ended by this signal.
  case killed(signal: Int32)
  /// WeasyPrint ended well, and what it wrote is no PDF.
  case notPDF
  /// The system refused, with this code.
  case system(code: Int32)
}

extension PDFFailure: TextConvertible {
  /// The remedy included. Nothing that WeasyPrint wrote is shown: it could quote the document.
  public var text: Text {
    switch self {
    case .missing:
      return Text(
        "un PDF demande WeasyPrint, qui ne figure pas dans le PATH : installez-le (Sources/prepare.sh weasyprint "
          + "fonts-liberation) ou demandez un fichier .html, qui se passe de lui",
        "a PDF is made with WeasyPrint, which is not on the PATH: install it (Sources/prepare.sh "
          + "weasyprint fonts-liberation) or give a .html file, complete without it")
    case .failed(let status):
      return Text(
        "WeasyPrint a échoué (état \(status)) ; rien n’a été écrit ; voyez weasyprint --info",
        "WeasyPrint failed (status \(status)); nothing was written; see weasyprint --info")
    case .killed(let signal):
      return Text(
        "WeasyPrint a été interrompu (signal \(signal)) ; rien n’a été écrit",
        "WeasyPrint was ended (signal \(signal)); nothing was written")
    case .notPDF:
      return Text(
        "ce que WeasyPrint a produit n’est pas un PDF ; rien n’a été écrit",
        "what WeasyPrint returned is no PDF; nothing was written")
    case .system(let code):
      let message = Text.system(code)
      return Text(
        "WeasyPrint n’a pas pu être lancé : \(message.french)",
        "WeasyPrint could not be run: \(message.english)")
    }
  }
}
