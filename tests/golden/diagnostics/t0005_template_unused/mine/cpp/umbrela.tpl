// nobody asks
