// Finds, starts, stops and installs the server, and shows what happens meanwhile.

import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import {
  explainFailure,
  find,
  surroundings,
  type Found,
  type Server,
  type Surroundings,
} from "./find";
import { install, InstallError, type Wheel } from "./install";
import { NEUTRAL } from "./run";
import { SELECTOR } from "./unikernels";

const INSTALL = "Install";
const UPDATE = "Update";
const SETTINGS = "Open Settings";
const LOG = "Show Log";
const NEVER = "Don't Ask Again";

// A server that ends more often than this in this time is not started again.
const MAX_ENDS = 4;
const STOP_MS = 3000;
const PATIENCE_MS = 180_000;

const CONDITIONS: Partial<Record<State, Condition>> = {
  [State.Running]: "running",
  [State.Starting]: "starting",
};

export type Condition = "stopped" | "starting" | "running" | "missing" | "failed";

export class ServerKeeper implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private ends: number[] = [];
  private work: Promise<unknown> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<Condition>();
  readonly onDidChange = this.changed.event;
  condition: Condition = "stopped";
  /** The program of the server that was started last. */
  program: string | undefined;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly own: string,
    private readonly wheel: Wheel,
  ) {}

  /** The running server's client; starts it, and says why when it cannot. */
  async ready(): Promise<LanguageClient | undefined> {
    await this.start(true);
    return this.running();
  }

  running(): LanguageClient | undefined {
    return this.condition === "running" ? this.client : undefined;
  }

  /** Start unless it runs. ask: whether to show a message when there is no server. */
  start(ask: boolean): Promise<void> {
    return this.oneAtATime(async () => {
      if (this.running() === undefined) {
        await this.startNow(ask);
      }
    });
  }

  restart(ask: boolean): Promise<void> {
    return this.oneAtATime(() => this.startNow(ask));
  }

  async dispose(): Promise<void> {
    await this.oneAtATime(() => this.stopNow());
  }

  private oneAtATime(what: () => Promise<void>): Promise<void> {
    const next = this.work.then(what);
    this.work = next.catch((error: unknown) => this.log.error(String(error)));
    return next;
  }

  private async startNow(ask: boolean): Promise<void> {
    await this.stopNow();
    this.become("starting");
    const found = await find(this.surroundings());
    for (const failure of found.failures) {
      this.log.warn(`${failure.program}: ${failure.why}`);
    }
    if (found.server === undefined) {
      this.log.warn(explainFailure(found));
      this.become("missing");
      if (ask) {
        void this.askWhatToDo(found);
      }
      return;
    }
    await this.launch(found.server);
  }

  private surroundings(): Surroundings {
    return surroundings({
      setting: settings().get("serverPath", ""),
      folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
      own: this.own,
    });
  }

  private async launch(server: Server): Promise<void> {
    this.log.info(`${server.program}: mirageport ${server.version} (${server.origin})`);
    const client = new LanguageClient(
      "mirageport",
      "mirageport",
      {
        command: server.program,
        args: ["lsp"],
        transport: TransportKind.stdio,
        options: { cwd: NEUTRAL },
      },
      this.options(),
    );
    client.onDidChangeState(({ newState }) => {
      // The client starts a server that ended by itself again, until that happens too often.
      if (client === this.client) {
        this.become(CONDITIONS[newState] ?? "failed");
      }
    });
    this.client = client;
    this.program = server.program;
    try {
      await client.start();
      this.become("running");
      this.offerUpdate(server);
    } catch (error) {
      this.log.error(`${server.program}: ${String(error)}`);
      this.client = undefined;
      this.program = undefined;
      this.become("failed");
      void this.offer(`The mirageport server ${server.program} could not be started.`, [LOG]);
    }
  }

  /** The extension's own environment is as old as the extension that made it. */
  private offerUpdate({ origin, version }: Server): void {
    if (origin === "own" && version !== this.wheel.version) {
      const message = `mirageport ${version} runs; this extension brings ${this.wheel.version}.`;
      void this.offer(message, [UPDATE]);
    }
  }

  private options(): LanguageClientOptions {
    const { select, ignore, review, "self-check": selfCheck } = settings();
    return {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      initializationOptions: { mirageport: { select, ignore, review, "self-check": selfCheck } },
      diagnosticCollectionName: "mirageport",
      middleware: {
        // The port in the menu of actions is shown before it is made, too.
        provideCodeActions: async (document, range, context, token, next) => {
          const actions = await next(document, range, context, token);
          actions?.filter(isPort).forEach((each) => {
            each.command = { command: "mirageport.portUnikernel", title: each.title };
          });
          return actions;
        },
        resolveCodeAction: (action, token, next) => (isPort(action) ? action : next(action, token)),
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => ({ action: this.again(), handled: true }),
      },
    };
  }

  /** What to do about a server that ended: nothing when it was stopped, or ends again and again. */
  private again(): CloseAction {
    const now = Date.now();
    this.ends = [...this.ends.filter((end) => now - end < PATIENCE_MS), now];
    const wanted = this.client !== undefined && this.ends.length <= MAX_ENDS;
    return wanted ? CloseAction.Restart : CloseAction.DoNotRestart;
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.become("stopped");
    try {
      // The connection may close before the client has had its answer, and then it waits for ever.
      await Promise.race([client && end(client), after(STOP_MS)]);
    } catch (error) {
      this.log.warn(`the server did not stop in time: ${String(error)}`);
    }
  }

  private become(condition: Condition): void {
    if (condition !== this.condition) {
      this.condition = condition;
      this.changed.fire(condition);
    }
  }

  private async askWhatToDo(found: Found): Promise<void> {
    const wrongSetting = found.failures[0]?.origin === "setting";
    const answers = wrongSetting ? [SETTINGS, LOG] : [INSTALL, SETTINGS, NEVER];
    await this.offer(explainFailure(found), answers);
  }

  private async offer(message: string, answers: string[]): Promise<void> {
    const answer = await vscode.window.showWarningMessage(message, ...answers);
    if (answer === INSTALL || answer === UPDATE) {
      await this.install();
    } else if (answer === SETTINGS) {
      const query = "@ext:mirageport.mirageport serverPath";
      await vscode.commands.executeCommand("workbench.action.openSettings", query);
    } else if (answer === LOG) {
      this.log.show();
    } else if (answer === NEVER) {
      await settings().update("offerInstall", false, vscode.ConfigurationTarget.Global);
    }
  }

  /** Install or update the server in the extension's own environment, and start it. */
  async install(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: "mirageport",
      cancellable: true,
    };
    try {
      const version = await vscode.window.withProgress(options, (progress, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => stop.abort());
        return this.oneAtATimeGiving(async () => {
          await this.stopNow();
          return install(this.surroundings(), this.wheel.folder, {
            step: (message) => progress.report({ message }),
            log: (line) => this.log.info(line),
            signal: stop.signal,
          });
        });
      });
      await this.start(true);
      void vscode.window.showInformationMessage(`mirageport ${version} is installed.`);
    } catch (error) {
      this.log.error(String(error));
      this.become("missing");
      const why = error instanceof InstallError ? error.message : String(error);
      await this.offer(why, [LOG, SETTINGS]);
    }
  }

  private async oneAtATimeGiving<T>(what: () => Promise<T>): Promise<T> {
    let result: T | undefined;
    await this.oneAtATime(async () => {
      result = await what();
    });
    return result as T;
  }
}

/** A client that is starting cannot be stopped: it would be left behind with its server. */
async function end(client: LanguageClient): Promise<void> {
  if (client.state === State.Starting) {
    await client.start().catch(() => undefined);
  }
  await client.dispose();
}

/** Whether an action is the port of the whole unikernel. */
function isPort(action: vscode.CodeAction | vscode.Command): action is vscode.CodeAction {
  return "kind" in action && action.kind?.value === "source.mirageport.port";
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The extension's settings. */
export function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("mirageport");
}
