// {{>baner}}
