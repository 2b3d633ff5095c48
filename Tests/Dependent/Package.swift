// swift-tools-version: 6.3
// A package of someone else's, built by `run.sh` in a folder of its own.
import PackageDescription

let package = Package(
  name: "dependent",
  dependencies: [.package(url: "../acquis", exact: "0.0.1")],
  targets: [
    .executableTarget(
      name: "dependent",
      dependencies: [
        .product(name: "AcquisLedger", package: "acquis"),
        .product(name: "TransparencyLog", package: "acquis"),
      ],
      path: ".", exclude: ["run.sh"])
  ]
)
