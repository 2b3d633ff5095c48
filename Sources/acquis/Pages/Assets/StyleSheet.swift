/// The style sheet of every page: the system's own letters, one blue, dark or light as the reader's system says,
/// 320 pixels to a wall, and paper. What is coloured is also said in words.
enum StyleSheet {
  static let source = """
    :root{--ground:#fff;--text:#1b1b1b;--soft:#565c65;--line:#8d9297;--hair:#d5d9dd;--panel:#f3f5f7;--link:#1a4480;\
    --good:#1d6b31;--soon:#7a4b00;--bad:#a51d2d;--mark:#1a4480;--onmark:#fff}
    @media (prefers-color-scheme:dark){:root{--ground:#15181c;--text:#e8eaed;--soft:#b3bac2;--line:#7d858e;\
    --hair:#3a4149;--panel:#1e2329;--link:#9cc2ff;--good:#7fd394;--soon:#f0c36b;--bad:#ff9aa2;--mark:#9cc2ff;--onmark:#10151b}.chart{filter:invert(.9)}}
    *{box-sizing:border-box}
    html{background:var(--ground);color:var(--text);font:100%/1.5 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;\
    color-scheme:light dark}
    body{margin:0}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem;overflow-wrap:anywhere}
    h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
    h3{font-size:1rem;margin:1rem 0 .25rem}
    p{margin:0 0 .6rem;max-width:70ch;overflow-wrap:anywhere}
    a{color:var(--link)}
    :focus-visible,:focus:not(main){outline:3px solid var(--mark);outline-offset:2px}
    main:focus{outline:none}
    .skip{position:absolute;left:-100vw;top:0;background:var(--ground);padding:.5rem 1rem;z-index:2}
    .skip:focus{left:0}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    header{display:flex;padding-inline:max(1rem,(100vw - 110rem)/2)!important;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;\
    padding:.6rem 1rem;border-bottom:1px solid var(--hair)}
    .brand{color:var(--text);text-decoration:none;overflow-wrap:anywhere}
    .who{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.9rem}
    .who form{margin:0}
    .layout{display:grid;grid-template-columns:13rem minmax(0,1fr);max-width:110rem;margin:0 auto}
    nav ul{list-style:none;margin:0;padding:1rem 0 1rem .5rem}
    nav a{display:block;padding:.35rem .6rem;border-left:4px solid transparent;text-decoration:none}
    nav a:hover{text-decoration:underline}
    nav a[aria-current]{border-color:var(--mark);font-weight:600;color:var(--text)}
    main{padding:1rem 1.25rem 3rem;min-width:0}
    main.narrow{max-width:34rem;margin:0 auto}
    button,.button{font:inherit;display:inline-block;padding:.4rem .9rem;min-height:2.2rem;border:1px solid var(--line);\
    border-radius:.3rem;background:var(--panel);color:var(--text);cursor:pointer;text-decoration:none;margin:0 .2rem .4rem 0}
    button.main,.button.main{background:var(--mark);border-color:var(--mark);color:var(--onmark)}
    .who button{min-height:1.9rem;padding:.15rem .6rem;margin:0}
    .who .language{padding:.2rem 0}
    input,select,textarea{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);\
    border-radius:.25rem;padding:.35rem .5rem;max-width:100%}
    input[type=text],input[type=search],input[type=password],input[type=number],textarea,select{width:100%;min-height:2.2rem}
    input[type=range]{width:100%;padding:0;min-height:1.6rem;accent-color:var(--mark)}
    input[type=checkbox]{width:1.15rem;height:1.15rem;accent-color:var(--mark);vertical-align:-.2rem}
    [aria-invalid]{border:2px solid var(--bad)}
    label,legend{font-weight:600}
    .choice{display:block;font-weight:400;padding:.25rem 0}
    .field{margin:0 0 .9rem;min-width:0}
    .hint{color:var(--soft);font-size:.875rem;font-weight:400;margin:.1rem 0}
    .required{color:var(--soft);font-weight:400}
    .problem{color:var(--bad);font-weight:600;margin:.2rem 0}
    .problem p{margin:0}
    .times,.filters,.search{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:flex-start;background:var(--panel);\
    padding:.75rem 1rem .25rem;border-radius:.4rem;margin:0 0 1rem}
    .times .field,.filters .field,.search .field{flex:1 1 11rem;max-width:22rem}
    .times .slider{flex:2 1 16rem;max-width:40rem}
    .times .buttons,.filters .buttons,.search>button{align-self:flex-start;margin-top:1.5rem}
    .fact{max-width:46rem}
    fieldset{border:1px solid var(--hair);border-radius:.4rem;margin:0 0 1rem;padding:.5rem .9rem}
    .fact .rows{width:max-content;min-width:100%;max-width:calc(100vw - 2rem)}
    .rows .row{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:0 .75rem;align-items:end;\
    border-top:1px solid var(--hair);padding-top:.5rem}
    .rows .row:first-of-type{border-top:0}
    details{margin:0 0 1rem}
    summary{cursor:pointer;padding:.3rem 0}
    .refusals,.done,.told{border:2px solid var(--bad);border-radius:.4rem;padding:.6rem 1rem;margin:0 0 1rem;max-width:70rem}
    .done{border-color:var(--good)}
    .told{border-color:var(--mark)}
    .refusals ul{margin:.25rem 0;padding-left:1.2rem}
    .done p:last-child,.told p:last-child{margin:0}
    .summary{font-size:1.15rem;font-weight:600}
    .strong{font-weight:600}
    .good{color:var(--good)}.soon{color:var(--soon)}.bad{color:var(--bad)}.faint{color:var(--soft)}
    .empty{color:var(--soft)}
    .facts{margin:0 0 1rem}
    .facts>div{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:0 1rem;padding:.3rem 0;\
    border-bottom:1px solid var(--hair)}
    .facts dt{font-weight:600}.facts dd{margin:0;overflow-wrap:anywhere;grid-column:2}
    .scroll{overflow-x:auto;margin:0 0 1rem}
    table{border-collapse:collapse;width:100%;font-size:.94rem}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--hair)}
    thead th{border-bottom:2px solid var(--line);font-size:.875rem}
    tbody th{font-weight:600}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
    .mark{text-align:center;white-space:nowrap}
    .blocks th{width:32%}.blocks thead th:nth-child(2){width:8rem}.blocks .code{display:block}.blocks .title{display:block;font-weight:400;color:var(--soft)}
    .blocks p{margin:0 0 .3rem}
    .session .buttons{margin-top:1rem}
    .refusals p,.done p,.told p,.refusals li{max-width:none}
    .grid textarea{min-height:3.6rem;resize:vertical}
    .grid td{min-width:5rem}.grid td:nth-last-child(3){min-width:8.5rem}.grid td:nth-last-child(-n+2){min-width:13rem}\
    .grid tbody th{min-width:9rem}\
    .actions{max-width:none}
    .sitting{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 1.5rem}
    .window{margin:.25rem 0 1rem;max-width:48rem}
    .window svg{width:100%;height:auto;min-width:0;fill:var(--text)}
    .window text{font-size:11px}
    .window .track{fill:var(--panel);stroke:var(--line)}
    .window .past{fill:var(--mark)}
    .window-lapsed .past{fill:var(--bad)}
    .window line{stroke:var(--text);stroke-width:2}
    .window .now{stroke-width:4}
    figure{margin:1rem 0;max-width:60rem}
    .id{white-space:nowrap}
    .past-state{border:2px solid var(--soon);border-radius:.4rem;padding:.4rem .8rem;font-weight:600;max-width:none}
    .chart{background:#fff;border:1px solid var(--hair)}
    figcaption{font-weight:600}
    .timeline ol{list-style:none;margin:0;padding:0}
    .timeline li{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 1rem;padding:.45rem 0;\
    border-bottom:1px solid var(--hair)}
    .timeline .detail{display:block;overflow-wrap:anywhere}
    .timeline .annulled strong{text-decoration:line-through}
    .sentences{padding-left:1.1rem;max-width:80ch}.deeper{margin-left:1.25rem}.deep{margin-left:1.25rem}
    p.deeper{margin-left:2.5rem}
    .inline{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:0 0 1rem}
    .types li{margin:0 0 .4rem}
    .types{padding-left:1.1rem}
    .lesser-link{font-size:.875rem}
    article{border-top:1px solid var(--hair);padding:.25rem 0}
    progress{width:16rem;max-width:100%;accent-color:var(--mark)}
    @media (min-width:120rem){html{font-size:112.5%}}
    @media (max-width:60rem){.layout{display:block}nav ul{display:flex;flex-wrap:wrap;padding:.25rem .5rem}\
    nav a{border-left:0;border-bottom:3px solid transparent;padding:.3rem .5rem}.lesser{display:none}}
    @media (max-width:100rem){.least{display:none}}
    @media (max-width:40rem){main{padding:.75rem .75rem 2rem}.facts>div{display:block}.list,.list tbody,.list tr,.list td,.list tbody th{display:block;width:auto}.list thead{display:none}\
    .list tr{border-bottom:2px solid var(--line);padding:.4rem 0}.list td,.list tbody th{border:0;padding:.1rem 0;text-align:left!important}\
    .list td[data-label]::before{content:attr(data-label) "\\00a0: ";color:var(--soft);font-size:.875rem}\
    .times .hint,.times output{display:none}.times .field{flex:1 1 8rem;margin:0 0 .4rem}nav a{padding:.15rem .4rem;font-size:.94rem}\
    .timeline li,.timeline .day{display:block}.window text{font-size:20px}\
    .times .buttons,.filters .buttons,.search>button{margin-top:0}\
    .grid,.grid tbody,.grid tr,.grid td,.grid tbody th,.blocks,.blocks tbody,.blocks tr,.blocks td,.blocks tbody th{display:block;width:auto}\
    .grid thead,.blocks thead{display:none}.grid tr,.blocks tr{border-bottom:2px solid var(--line);padding:.5rem 0}\
    .grid td,.grid th,.blocks td,.blocks th{border:0;padding:.2rem 0}\
    .grid td::before{content:attr(data-label);display:block;font-size:.875rem;font-weight:600}}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @page{size:A4;margin:14mm}
    @media print{nav,.skip,.who form,.language,.times,.filters,.search,.actions,.next,.files,button{display:none!important}\
    .layout{display:block}.scroll{overflow:visible}a{color:inherit;text-decoration:none}.lesser{display:table-cell}\
    body{font-size:10pt}h2{break-after:avoid}tr,li,article{break-inside:avoid}header{padding:0 0 2mm}}
    """
}
