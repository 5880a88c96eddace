// Makes wwwroot/css/designsystemet.css, wwwroot/css/theme.css and wwwroot/fonts from the npm packages and from the
// municipality's one file, content/theme.json. Does nothing when nothing has changed since the last time.
//   node build.mjs           build if needed
//   node build.mjs --check   exit 0 when up to date, 1 when not (needs no node_modules)
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const themeFile = process.env.ENVAGUT_THEME ?? join(here, "../../content/theme.json");
const css = join(here, "../wwwroot/css");
const fonts = join(here, "../wwwroot/fonts");
const modules = join(here, "node_modules");

const inputs = [themeFile, join(here, "package-lock.json"), join(here, "build.mjs")];
const stamp = inputs.reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256")).digest("hex");
const stampLine = `/* made by web/Styles/build.mjs from content/theme.json: ${stamp} */`;

const outputs = [join(css, "theme.css"), join(css, "designsystemet.css")];
const fresh = outputs.every(existsSync) && readFileSync(outputs[0], "utf8").startsWith(stampLine);
if (process.argv.includes("--check")) process.exit(fresh ? 0 : 1);
if (fresh) process.exit(0);

const theme = JSON.parse(readFileSync(themeFile, "utf8"));
const names = Object.keys(theme.themes ?? {});
if (names.length !== 1) throw new Error(`${themeFile} must have exactly one theme, it has ${names.length}`);

mkdirSync(css, { recursive: true });
mkdirSync(fonts, { recursive: true });
writeFileSync(join(css, "theme.css"), stampLine + "\n" + fontCss() + themeCss());
copyFileSync(join(modules, "@digdir/designsystemet-css/dist/src/index.css"), join(css, "designsystemet.css"));

function themeCss() {
  const work = mkdtempSync(join(tmpdir(), "theme-"));
  try {
    const { font, ...config } = theme;
    const configFile = join(work, "config.json");
    writeFileSync(configFile, JSON.stringify({ ...config, outDir: join(work, "tokens") }));
    const cli = join(modules, "@digdir/designsystemet/dist/bin/designsystemet.js");
    const run = (...args) => execFileSync(process.execPath, [cli, "tokens", ...args, "--config", configFile], { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
    run("create");
    run("build", "--tokens", join(work, "tokens"), "--out-dir", join(work, "built"));
    return readFileSync(join(work, "built", `${names[0]}.css`), "utf8").replace('@charset "UTF-8";\n', "");
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// The font is served by the portal itself; without "font" the theme's family must be one that visitors have.
function fontCss() {
  if (!theme.font) return "";
  const family = theme.themes[names[0]].typography.fontFamily;
  return ["normal", "italic"].map(style => {
    const file = `${theme.font}-latin-wght-${style}.woff2`;
    copyFileSync(join(modules, "@fontsource-variable", theme.font, "files", file), join(fonts, file));
    return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: 200 900; font-display: swap; src: url("../fonts/${file}") format("woff2"); }\n`;
  }).join("");
}
