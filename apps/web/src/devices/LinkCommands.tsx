/** What makes a folder a device, as it is typed on the computer that has the folder: the first signs in by a code, the second keeps it in sync. */
export function LinkCommands() {
  return (
    <>
      <code className="command">
        <span>{'npx rollcall link'}</span> <span>{`--server ${window.location.origin}`}</span> <span>{'--folder ~/Pictures'}</span>
      </code>
      <code className="command">{'npx rollcall sync'}</code>
    </>
  );
}
