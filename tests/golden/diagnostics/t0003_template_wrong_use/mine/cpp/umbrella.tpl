// {{file}}
