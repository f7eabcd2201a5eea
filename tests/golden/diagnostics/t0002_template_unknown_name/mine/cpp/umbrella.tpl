// {{titel}}
