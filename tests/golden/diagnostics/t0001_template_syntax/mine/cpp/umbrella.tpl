// {{>banner}
