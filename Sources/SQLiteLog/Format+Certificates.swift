extension Format {
  /// The indexes of format 2 that find the number of a certificate without regard to case
  /// (``LogFile/certificates(like:)``): every certificate by its name with the 26 letters of ASCII
  /// folded, and those whose name has other characters, whose case SQLite does not know.
  ///
  /// Nothing is written to them for other subjects.
  static let certificateIndexes = """
    CREATE INDEX certificate_by_name ON subject (name COLLATE NOCASE) WHERE \(isCertificate);
    CREATE INDEX certificate_beyond_ascii ON subject (name) WHERE \(isCertificateBeyondASCII);

    """

  /// The condition of the first index; a query must repeat it word for word.
  static let isCertificate = "name >= 'certificate:' AND name < 'certificate;'"

  /// The condition of the second index; a query must repeat it word for word.
  static let isCertificateBeyondASCII = isCertificate + " AND name GLOB '*[^ -~]*'"
}
